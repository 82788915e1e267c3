/// Gathers words and phrases and lays them out as a model's gazetteer.
package struct GazetteerBuilder {
    private var payloads: [UInt64: UInt64] = [:]

    package init() {}

    /// Adds to what the words of `phrase`, cut as the tokenizer does, may be; longer phrases than fit are left out.
    package mutating func add(_ phrase: some StringProtocol, _ classes: WordClass) {
        var document = Document(text: String(phrase))
        Tokenizer().annotate(&document)
        let words = document.tokens.map { FeatureHash.hash($0.folded) }
        guard let first = words.first, words.count <= Gazetteer.wordsMax else { return }
        var key = Gazetteer.key(first)
        for word in words.dropFirst() {
            payloads[key, default: 0] |= Gazetteer.prefixMark
            key = Gazetteer.key(key, then: word)
        }
        payloads[key, default: 0] |= UInt64(classes.rawValue)
    }

    package func add(to file: inout ModelFileBuilder) {
        var builder = FeatureTableBuilder()
        for (key, payload) in payloads where payload != 0 { builder.add(key, payload: payload) }
        file.add(Gazetteer.section, builder.build())
    }
}
