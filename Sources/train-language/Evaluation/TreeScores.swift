import PledgedLanguage

/// How far predicted trees agree with gold ones.
struct TreeScores: CustomStringConvertible {
    /// The arcs on which the reading of pledges hangs, and others to keep an eye on.
    private static let coreRelations = ["nsubj", "obj", "xcomp", "ccomp", "acl", "obl", "aux", "mark"]
    private static let otherRelations = ["appos", "advcl", "nmod", "conj", "flat"]

    private var heads = Score()
    /// Heads and relations without their subtypes, as Universal Dependencies scores them.
    private var labels = Score()
    private var subtypes = Score()
    private var headsOfWords = Score()
    private var labelsOfWords = Score()
    private var byRelation: [Substring: Score] = [:]
    private(set) var errors = ErrorTable()

    /// One word's arc.
    private struct Edge {
        /// What names the head in both trees; nil for the root.
        var head: Range<Int>?
        var label: String

        var baseLabel: Substring { label.prefix { $0 != ":" } }
    }

    /// Counts the arcs of a document: those of the gold document's own words, or those found in its raw text.
    mutating func add(_ document: Document, _ gold: GoldDocument, isRaw: Bool) {
        let places = isRaw ? gold.places : gold.tokenizedPlaces
        var wanted: [Range<Int>: (edge: Edge, word: TreeSentence.Word)] = [:]
        for (tree, places) in zip(gold.trees, places) {
            for (place, word) in zip(places, tree.words) {
                let head = word.head > 0 ? places[word.head - 1] : nil
                wanted[place] = (Edge(head: head, label: word.relation), word)
            }
        }
        for (token, arc) in zip(document.tokens, document.arcs) {
            let head = arc.head.map { document.tokens[$0].bytes }
            let gold = wanted.removeValue(forKey: token.bytes)
            count(Edge(head: head, label: arc.relation.label), gold?.edge, isWord: gold?.word.isPunctuation != true)
        }
        for missed in wanted.values { count(nil, missed.edge, isWord: !missed.word.isPunctuation) }
    }

    private mutating func count(_ found: Edge?, _ wanted: Edge?, isWord: Bool) {
        let isHeadRight = found != nil && wanted != nil && found?.head == wanted?.head
        let isLabelRight = isHeadRight && found?.baseLabel == wanted?.baseLabel
        func one(_ isRight: Bool) -> Score {
            Score(right: isRight ? 1 : 0, found: found == nil ? 0 : 1, wanted: wanted == nil ? 0 : 1)
        }
        heads.add(one(isHeadRight))
        labels.add(one(isLabelRight))
        subtypes.add(one(isLabelRight && found?.label == wanted?.label))
        if isWord {
            headsOfWords.add(one(isHeadRight))
            labelsOfWords.add(one(isLabelRight))
        }
        if let found {
            byRelation[found.baseLabel, default: Score()].add(Score(right: isLabelRight ? 1 : 0, found: 1, wanted: 0))
        }
        if let wanted { byRelation[wanted.baseLabel, default: Score()].wanted += 1 }
        if let found, let wanted, !isLabelRight {
            errors.count("\(wanted.baseLabel) as \(found.baseLabel)\(isHeadRight ? "" : ", head wrong")")
        }
    }

    private var core: Score {
        var sum = Score()
        for relation in Self.coreRelations { sum.add(byRelation[relation[...]] ?? Score()) }
        return sum
    }

    var description: String {
        let relations = (Self.coreRelations + Self.otherRelations).map { relation in
            "\(relation) \((byRelation[relation[...]] ?? Score()).percent)"
        }
        return """
            UAS \(heads)
            LAS \(labels), with subtypes \(subtypes.percent)
            UAS/LAS without punctuation \(headsOfWords.percent)/\(labelsOfWords.percent)
            core arcs \(core)
            \(relations.joined(separator: ", "))
            """
    }
}

extension TreeSentence.Word {
    fileprivate var isPunctuation: Bool { universal == UniversalTag.punctuation.label }
}
