/// What the document says of a word in all the places where it stands.
struct NameSigns: OptionSet, Hashable, Sendable {
    let rawValue: UInt16

    static let lowerCase = NameSigns(rawValue: 1 << 0)
    /// With a capital that no sentence's start explains.
    static let inMidSentence = NameSigns(rawValue: 1 << 1)
    static let afterTitle = NameSigns(rawValue: 1 << 2)
    static let besideSpeech = NameSigns(rawValue: 1 << 3)
    static let firstOfRun = NameSigns(rawValue: 1 << 4)
    static let lastOfRun = NameSigns(rawValue: 1 << 5)
    static let insideRun = NameSigns(rawValue: 1 << 6)
    static let alone = NameSigns(rawValue: 1 << 7)
    static let afterIn = NameSigns(rawValue: 1 << 8)
    static let beforeBody = NameSigns(rawValue: 1 << 9)
    static let inBrackets = NameSigns(rawValue: 1 << 10)
    static let afterGiven = NameSigns(rawValue: 1 << 11)
    static let beforePlaceHead = NameSigns(rawValue: 1 << 12)

    /// The signs of each token, gathered over the whole document by the word without case and diacritics.
    static func all(in document: Document, _ marks: [GazetteerMarks], _ runs: [NameRun]) -> [NameSigns] {
        let features = document.features
        let capitals = document.tokens.indices.filter { document.tokens[$0].isCapitalized }
        var table = WordTable<NameSigns>(capacity: capitals.count, initial: [])
        for token in capitals where !runs[token].isHeadline {
            let signs = signs(of: token, document, marks, runs[token])
            table.update(features[token].folded) { $0.formUnion(signs) }
        }
        for (token, feature) in features.enumerated() {
            guard !feature.flags.contains(.capitalized), feature.flags.contains(.word) else { continue }
            guard table[feature.folded] != nil else { continue }
            table.update(features[token].folded) { $0.insert(.lowerCase) }
        }
        var signs = [NameSigns](repeating: [], count: features.count)
        for token in capitals { signs[token] = table[features[token].folded] ?? [] }
        return signs
    }

    private static func signs(
        of token: Int,
        _ document: Document,
        _ marks: [GazetteerMarks],
        _ run: NameRun
    ) -> NameSigns {
        var signs: NameSigns = []
        if token > run.sentence.start { signs.insert(.inMidSentence) }
        if token > run.sentence.start {
            let before = marks[token - 1].words
            if !before.isDisjoint(with: [.title, .polite]) { signs.insert(.afterTitle) }
            if before.contains(.speech) { signs.insert(.besideSpeech) }
            if before.contains(.given) { signs.insert(.afterGiven) }
            if Self.isIn(document.tokens[token - 1].lower) { signs.insert(.afterIn) }
            if document.tokens[token - 1].form == "(" { signs.insert(.inBrackets) }
        }
        if token + 1 < run.sentence.end, marks[token + 1].words.contains(.speech) { signs.insert(.besideSpeech) }
        if run.strict.count > 1 {
            if token == run.strict.start { signs.insert(.firstOfRun) }
            signs.insert(token == run.strict.end - 1 ? .lastOfRun : .insideRun)
            let last = marks[run.strict.end - 1].words
            if token < run.strict.end - 1, !last.isDisjoint(with: [.body, .legal]) { signs.insert(.beforeBody) }
            if token < run.strict.end - 1, last.contains(.placeHead) { signs.insert(.beforePlaceHead) }
        } else {
            signs.insert(.alone)
        }
        return signs
    }

    private static func isIn(_ word: String) -> Bool {
        switch word {
        case "in", "at", "near", "from", "outside", "across": true
        default: false
        }
    }
}
