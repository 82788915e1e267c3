import PledgedLanguage

/// The words of many sentences in a row, each with its class: what the tagger learns from.
struct TaggedWords: Sendable {
    /// The tag of each class.
    let classes: [Tag]
    let words: [WordFeatures]
    /// For each word, the class that the treebank gives it.
    let answers: [UInt8]
    /// For each sentence, its words.
    let sentences: [Range<Int>]
    let isSilver: [Bool]
    /// For each word and each of ``TaggerFeatures/wordKeyCount`` templates, the number of the feature.
    let features: FeatureNumbers

    init(_ trees: [TreeSentence], clusters: WordClusters) {
        var (tags, words): ([Tag], [WordFeatures]) = ([], [])
        var sentences: [Range<Int>] = []
        for tree in trees {
            let document = Document(sentences: [tree.words.map(\.form)])
            precondition(document.tokens.count == tree.words.count, "A treebank has no empty words.")
            let start = words.count
            words += document.tokens.map { WordFeatures($0, clusters: clusters) }
            tags += tree.words.map(\.tag)
            sentences.append(start..<words.count)
        }
        let classes = Self.classes(of: tags)
        let numbers = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, UInt8($0)) })
        self.classes = classes
        self.words = words
        self.sentences = sentences
        // A tag too rare for a class of its own teaches nothing and is never right.
        answers = tags.map { numbers[$0] ?? TaggerFeatures.start }
        isSilver = trees.map(\.isSilver)
        features = FeatureNumbers(words, sentences)
    }

    /// The tags seen more than twice, the commonest first.
    private static func classes(of tags: [Tag]) -> [Tag] {
        var counts: [Tag: Int] = [:]
        for tag in tags { counts[tag, default: 0] += 1 }
        let common = counts.filter { $0.value > 2 }.sorted {
            ($1.value, $0.key.universal.rawValue, $0.key.penn.rawValue)
                < ($0.value, $1.key.universal.rawValue, $1.key.penn.rawValue)
        }
        return common.prefix(Int(TaggerFeatures.start)).map(\.key)
    }
}

extension TreeSentence.Word {
    /// Its tag; a label that is not ours counts as "X" or "XX".
    var tag: Tag { Tag(UniversalTag(label: universal) ?? .other, PennTag(label: penn) ?? .other) }
}
