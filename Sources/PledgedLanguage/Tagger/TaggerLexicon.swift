/// Which kinds of word each common word can be, as the treebanks show it.
///
/// A ``FeatureTable`` over the hash of the word as written. A payload: the class that the word nearly always has, plus
/// one, or 0 (8 bits); the number of its set of classes, from 1 on (16 bits).
package struct TaggerLexicon: Sendable {
    /// What is known of a word.
    package struct Entry: Hashable, Sendable {
        /// The class that needs no deciding, plus one; 0 where it does.
        package var certain: UInt8 = 0
        /// The number of the set of classes that the word can have; 0 where that is not known.
        package var kinds: UInt16 = 0

        package static let unknown = Entry(certain: 0, kinds: 0)

        package init(certain: UInt8, kinds: UInt16) {
            self.certain = certain
            self.kinds = kinds
        }
    }

    private let table: FeatureTable

    package init(_ bytes: ModelBytes) throws(ModelError) { table = try FeatureTable(bytes) }

    /// The entry of the word as written; else the kinds of its lower case.
    @inline(__always)
    package func entry(_ word: WordFeatures) -> Entry {
        var payload = table.payload(word.form)
        if payload == 0, word.lower != word.form { payload = table.payload(word.lower) & ~0xFF }
        return Entry(certain: UInt8(truncatingIfNeeded: payload), kinds: UInt16(truncatingIfNeeded: payload >> 8))
    }

    /// The number of the set of classes that a word can have which is written just so; 0 where that is not known.
    func kinds(_ form: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: table.payload(form) >> 8) }

    /// The bytes for entries by the hash of the word.
    package static func bytes(_ entries: [UInt64: Entry]) -> [UInt8] {
        var builder = FeatureTableBuilder()
        for (form, entry) in entries {
            let payload = UInt64(entry.certain) | UInt64(entry.kinds) << 8
            if payload != 0 { builder.add(form, payload: payload) }
        }
        return builder.build()
    }
}
