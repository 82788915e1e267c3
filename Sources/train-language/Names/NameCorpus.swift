import PledgedLanguage

/// The documents that the names are learned from, as the tagger sees them.
struct NameCorpus {
    struct Document {
        let clues: NameClues
        /// Those that can be learned from.
        let sentences: [Span]
        let labels: [UInt8]
        /// How often it is seen in one round.
        let weight: Int
    }

    private(set) var documents: [Document] = []
    private let gazetteer: Gazetteer
    private let featurizer: WordFeaturizer

    init(_ model: ModelFile) throws {
        gazetteer = try Gazetteer(model)
        featurizer = try WordFeaturizer(model)
    }

    /// - Throws: ``CorpusError`` or Foundation's error for a file that cannot be read.
    init(_ corpora: Corpora, _ model: ModelFile) throws {
        try self.init(model)
        for name in Self.wire {
            for article in try MarkedTextFile.articles(corpora.path(name)) {
                add(NamedDocument(article), weight: 10)
            }
        }
        for name in Self.gold { try add(corpora, name, percent: 100, weight: 1) }
        for (name, percent) in Self.silver { try add(corpora, "silver-ner/" + name, percent: percent, weight: 1) }
    }

    /// Every file that names are learned from, relative to the corpora.
    static var files: [String] { wire + gold + silver.map { "silver-ner/" + $0.name } }

    private static let wire = ["ner-wire/asia.txt", "ner-wire/world.txt"]
    private static let gold = [
        "gum-entities/gum-ner-train.bio", "ner-wikigold/wikigold-train.bio", "ner-wikigold/wikigold-dev.bio",
        "ner-crossner-politics/crossner-politics-train.bio", "ner-crossner-politics/crossner-politics-dev.bio",
    ]

    /// How much of each file is used: news in whole, the longer ones in part.
    private static let silver: [(name: String, percent: Int)] = [
        ("voa-gmb.bio", 100), ("voa-gmb-sentences.bio", 100), ("wikipedia-current-events.bio", 100),
        ("voa-gmb.aug.bio", 100), ("voa-gmb-sentences.aug.bio", 100), ("wikipedia-current-events.aug.bio", 100),
        ("us-state-human-rights.bio", 30), ("us-state-human-rights.aug.bio", 60), ("us-white-house.bio", 30),
        ("us-white-house.aug.bio", 50), ("au-prime-minister.bio", 20), ("au-prime-minister.aug.bio", 50),
    ]

    private mutating func add(_ corpora: Corpora, _ name: String, percent: Int, weight: Int) throws {
        var documents = NamedDocument.all(try BIOFile.sentences(corpora.path(name)))
        if percent < 100 {
            var shuffle = SeededShuffle(seed: 11)
            shuffle.shuffle(&documents)
            documents.removeLast(documents.count * (100 - percent) / 100)
        }
        for document in documents { add(document, weight: weight) }
    }

    /// Adds a document; corpora that know no countries call them places.
    mutating func add(_ named: NamedDocument, weight: Int) {
        var document = named.document
        featurizer.annotate(&document)
        let clues = NameClues(document, gazetteer)
        let names = named.names.map { name in
            let isCountry = name.kind == .place && gazetteer.classes(of: name.span, in: document).contains(.country)
            return isCountry ? Name(name.span, .country) : name
        }
        let labels = NameLabel.labels(of: names, count: document.tokens.count)
        let sentences = document.sentences.map(\.span).filter { Self.isLearnable($0, labels, clues) }
        documents.append(Document(clues: clues, sentences: sentences, labels: labels, weight: weight))
    }

    /// Whether the tagger could find the sentence's names, all of them, and there is something to find them in.
    private static func isLearnable(_ sentence: Span, _ labels: [UInt8], _ clues: NameClues) -> Bool {
        guard sentence.count > 0, sentence.count <= NameDecoder.tokensMax else { return false }
        let edges = [Int(labels[sentence.start]), Int(labels[sentence.end - 1])].map(NameLabel.place)
        guard edges[0] != .inner, edges[0] != .last, edges[1] != .inner, edges[1] != .first else { return false }
        var isQuiet = true
        for token in sentence.range {
            let quiet = clues.isQuiet(token, in: sentence)
            if quiet, labels[token] != 0 { return false }
            isQuiet = isQuiet && quiet
        }
        return !isQuiet
    }
}
