import PledgedLanguage

/// How well words are tagged, and how well their dictionary forms are told.
///
/// Lemmas are held against the treebank's in the form that ours have: names as written, all else in lower case.
struct TagScores: CustomStringConvertible {
    private var universal = Score()
    private var penn = Score()
    private var both = Score()
    private var lemmas = Score()

    /// Counts the words of a document with tags: the gold document's own, or those found in its raw text.
    mutating func add(_ document: Document, _ gold: GoldDocument, isRaw: Bool) {
        let words = gold.trees.flatMap(\.words)
        if isRaw {
            add(document, Dictionary(zip(gold.places.joined(), words)) { first, _ in first })
        } else {
            for (index, word) in words.enumerated() { add(document, index, word) }
        }
    }

    private mutating func add(_ document: Document, _ words: [Range<Int>: TreeSentence.Word]) {
        var missed = words.count
        for (index, token) in document.tokens.enumerated() {
            let word = words[token.bytes]
            add(document, index, word)
            if word != nil { missed -= 1 }
        }
        for score in [\TagScores.universal, \.penn, \.both, \.lemmas] { self[keyPath: score].wanted += missed }
    }

    /// Counts one word; `word` is the gold word in its place, nil where none is.
    private mutating func add(_ document: Document, _ index: Int, _ word: TreeSentence.Word?) {
        let tag = document.tags[index]
        let isRight = (tag.universal.label == word?.universal, tag.penn.label == word?.penn)
        let isLemma = index < document.lemmas.count && document.lemmas[index] == word?.ourLemma
        for (score, isRight) in [
            (\TagScores.universal, isRight.0), (\.penn, isRight.1), (\.both, isRight.0 && isRight.1),
            (\.lemmas, isLemma),
        ] {
            self[keyPath: score].found += 1
            self[keyPath: score].wanted += word == nil ? 0 : 1
            self[keyPath: score].right += isRight ? 1 : 0
        }
    }

    var description: String { "UPOS \(universal)\nXPOS \(penn)\nUPOS+XPOS \(both)\nlemmas \(lemmas)" }
}

extension TreeSentence.Word {
    /// The treebank's lemma in the form that ours have.
    var ourLemma: String { universal == UniversalTag.properNoun.label ? lemma : lemma.lowercased() }
}
