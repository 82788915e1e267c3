import PledgedLanguage

/// How well words are tagged, and how well their dictionary forms are told: both as the treebank has them, to the letter.
struct TagScores: CustomStringConvertible {
    private var universal = Score()
    private var penn = Score()
    private var both = Score()
    private var lemmas = Score()
    /// Capital and small letters being the same.
    private var lowerLemmas = Score()
    private(set) var tagErrors = ErrorTable()
    private(set) var tagErrorWords = ErrorTable()
    private(set) var lemmaErrors = ErrorTable()

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
        for score in [\TagScores.universal, \.penn, \.both, \.lemmas, \.lowerLemmas] {
            self[keyPath: score].wanted += missed
        }
    }

    /// Counts one word; `word` is the gold word in its place, nil where none is.
    private mutating func add(_ document: Document, _ index: Int, _ word: TreeSentence.Word?) {
        let tag = document.tags[index]
        let lemma = index < document.lemmas.count ? document.lemmas[index] : nil
        if let word { countErrors(tag, lemma, word) }
        let isRight = (tag.universal.label == word?.universal, tag.penn.label == word?.penn)
        // A treebank that tells no lemma is content with any.
        let isAny = word.map { $0.lemma == "_" && $0.form != "_" } ?? false
        for (score, isRight) in [
            (\TagScores.universal, isRight.0), (\.penn, isRight.1), (\.both, isRight.0 && isRight.1),
            (\.lemmas, isAny || lemma == word?.lemma),
            (\.lowerLemmas, isAny || lemma?.lowercased() == word?.lemma.lowercased()),
        ] {
            self[keyPath: score].found += 1
            self[keyPath: score].wanted += word == nil ? 0 : 1
            self[keyPath: score].right += isRight && word != nil ? 1 : 0
        }
    }

    private mutating func countErrors(_ tag: Tag, _ lemma: String?, _ word: TreeSentence.Word) {
        let label = tag.universal.label
        if label != word.universal {
            tagErrors.count("\(word.universal) as \(label)")
            tagErrorWords.count("\(word.form): \(word.universal) as \(label)")
        }
        if let lemma, lemma != word.lemma {
            lemmaErrors.count("\(word.form) (\(word.universal) as \(label)): \(word.lemma) as \(lemma)")
        }
    }

    var description: String {
        "UPOS \(universal)\nXPOS \(penn)\nUPOS+XPOS \(both)\nlemmas \(lemmas)\nlemmas, case aside \(lowerLemmas)"
    }
}
