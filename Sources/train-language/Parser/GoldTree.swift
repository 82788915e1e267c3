import PledgedLanguage

/// A sentence to learn from: its words as the parser sees them, and the tree that it should draw.
struct GoldTree: Sendable {
    let words: [ParserWord]
    /// By place, from 1; the place after the last word for the root of the sentence.
    let heads: [Int]
    /// By place, from 1.
    let relations: [UInt8]
    /// The dependents of each place, in order.
    let dependents: [[Int]]
    let isSilver: Bool

    init(words: [ParserWord], heads: [Int], relations: [Relation], isSilver: Bool = false) {
        self.words = words
        self.heads = [0] + heads.map { $0 == 0 ? words.count + 1 : $0 }
        self.relations = [0] + relations.map(\.rawValue)
        var dependents = [[Int]](repeating: [], count: words.count + 2)
        for (index, head) in self.heads.enumerated().dropFirst() { dependents[head].append(index) }
        self.dependents = dependents
        self.isSilver = isSilver
    }

    /// - Parameters:
    ///   - sentence: of a treebank.
    ///   - tags: its words' tags as a tagger predicts them.
    ///   - clusters: of the model that the parser will be part of.
    init(_ sentence: TreeSentence, tags: [Tag], clusters: WordClusters) {
        let document = Document(sentences: [sentence.words.map(\.form)])
        precondition(document.tokens.count == tags.count, "A treebank has no empty words.")
        self.init(
            words: zip(document.tokens, tags).map { ParserWord(WordFeatures($0, clusters: clusters), $1) },
            heads: sentence.words.map(\.head),
            relations: sentence.words.map { Relation(label: $0.relation) ?? .unspecified },
            isSilver: sentence.isSilver
        )
    }
}
