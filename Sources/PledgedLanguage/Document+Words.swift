extension Document {
    /// A document whose tokens and sentences are given, such as a treebank's.
    ///
    /// The text is the words with spaces between them, and a line break between sentences. Empty words and sentences
    /// are left out.
    public init(sentences: [[String]]) {
        var text = ""
        var ranges: [[Range<Int>]] = []
        for words in sentences {
            var places: [Range<Int>] = []
            for word in words where !word.isEmpty {
                if !text.isEmpty { text += places.isEmpty ? "\n" : " " }
                let start = text.utf8.count
                text += word
                places.append(start..<text.utf8.count)
            }
            if !places.isEmpty { ranges.append(places) }
        }
        self.init(text: text)
        var forms = WordForms()
        for places in ranges {
            let start = tokens.count
            for (index, place) in places.enumerated() {
                let placed: Token.Flags = index == 0 && start > 0 ? [.spaceBefore, .lineBefore] : .spaceBefore
                tokens.append(forms.token(bytes, place, placed))
            }
            self.sentences.append(Sentence(span: Span(start, tokens.count), block: 0))
        }
    }

    /// Writes a treebank's tags in place of predicted ones, as training does; one for each token.
    public mutating func setTags(_ tags: [Tag]) {
        precondition(tags.count == tokens.count)
        self.tags = tags
    }

    /// Writes known arcs in place of predicted ones; one for each token, one root a sentence.
    public mutating func setArcs(_ arcs: [Arc]) {
        precondition(arcs.count == tokens.count)
        self.arcs = arcs
    }

    /// Writes known names in place of predicted ones; in text order, not overlapping.
    public mutating func setNames(_ names: [Name]) {
        precondition(names.allSatisfy { $0.span.end <= tokens.count })
        self.names = names
    }
}
