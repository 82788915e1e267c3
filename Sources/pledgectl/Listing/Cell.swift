/// What stands in a table's cell.
enum Cell {
    /// `value` in words, or nothing where there is none.
    static func text(_ value: (some CustomStringConvertible)?) -> String { value?.description ?? "" }
}
