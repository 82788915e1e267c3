/// Classes of words that occur in like company, coarse to fine: what a model knows of words that training never saw.
///
/// A ``FeatureTable`` over the hash of the word; the payload is the three numbers plus one, 16 bits each.
public struct WordClusters: Sendable {
    /// Three partitions of the vocabulary; 0 where the word is unknown.
    public struct Classes: Hashable, Sendable {
        public var coarse: UInt16 = 0
        public var middle: UInt16 = 0
        public var fine: UInt16 = 0

        public init() {}
    }

    static let section = "words.clusters"
    private let table: FeatureTable

    /// - Throws: ``ModelError`` when the model has no clusters.
    public init(_ model: ModelFile) throws(ModelError) { table = try FeatureTable(model.section(Self.section)) }

    /// The classes of the word as written, else of its lower case.
    func classes(form: UInt64, lower: UInt64) -> Classes {
        var payload = table.payload(form)
        if payload == 0, lower != form { payload = table.payload(lower) }
        var classes = Classes()
        classes.coarse = UInt16(truncatingIfNeeded: payload)
        classes.middle = UInt16(truncatingIfNeeded: payload >> 16)
        classes.fine = UInt16(truncatingIfNeeded: payload >> 32)
        return classes
    }

    /// Whether the word is known, written just so.
    func knows(_ word: UInt64) -> Bool { table.payload(word) != 0 }

    /// Adds the section to a model; `words` gives the classes of each word, counted from 0.
    public static func add(_ words: [(word: String, classes: [UInt16])], to file: inout ModelFileBuilder) {
        var builder = FeatureTableBuilder()
        for (word, classes) in words where classes.count == 3 {
            let payload = UInt64(classes[0] + 1) | UInt64(classes[1] + 1) << 16 | UInt64(classes[2] + 1) << 32
            builder.add(FeatureHash.hash(word), payload: payload)
        }
        file.add(section, builder.build())
    }
}
