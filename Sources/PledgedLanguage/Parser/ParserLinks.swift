/// What a half-built tree knows of one word; places are counted from 1, 0 for none.
package struct ParserLinks: BitwiseCopyable, Sendable {
    package var head: Int16 = 0
    /// The outermost and the second outermost dependent on either side.
    var left: Int16 = 0
    var left2: Int16 = 0
    var right: Int16 = 0
    var right2: Int16 = 0
    /// How many dependents on either side, up to 255.
    var leftCount: UInt8 = 0
    var rightCount: UInt8 = 0
    /// A ``Relation`` by its raw value.
    package var relation: UInt8 = 0
    package var isOnStack = false
    /// A hash of the relation.
    var label: UInt64 = 0
    /// The relations of its dependents, a bit each.
    var leftLabels: UInt64 = 0
    var rightLabels: UInt64 = 0
}
