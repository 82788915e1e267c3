/// All that the name tagger looks at in a document, and the features that it makes of it.
package struct NameClues: Sendable {
    let tokens: [Token]
    let features: [WordFeatures]
    let marks: [GazetteerMarks]
    let runs: [NameRun]
    let signs: [NameSigns]

    package init(_ document: Document, _ gazetteer: Gazetteer) {
        tokens = document.tokens
        features = document.features
        marks = gazetteer.marks(document)
        runs = NameRun.all(in: document)
        signs = NameSigns.all(in: document, marks, runs)
    }

    /// Whether nothing near the token looks like a name; it is taken to be outside of all.
    package func isQuiet(_ token: Int, in sentence: Span) -> Bool {
        if hasCapital(token) { return false }
        if token > sentence.start {
            if hasCapital(token - 1) { return false }
            // "Ji-hoon": look beyond the hyphen.
            if token - 1 > sentence.start, !features[token - 1].flags.contains(.word), hasCapital(token - 2) {
                return false
            }
        }
        return !(token + 1 < sentence.end && hasCapital(token + 1))
    }

    private func hasCapital(_ token: Int) -> Bool {
        let feature = features[token]
        return feature.form != feature.lower || feature.flags.contains(.capitalized)
    }
}

extension NameClues {
    /// No token has more features.
    package static let keysMax = 128

    /// Writes the token's features.
    ///
    /// - Parameters:
    ///   - token: not a quiet one.
    ///   - sentence: holds the token.
    ///   - keys: room for ``keysMax``.
    ///   - isMasked: as if the word had never been seen and stood in no list; for training.
    /// - Returns: how many there are.
    package func write(
        _ token: Int,
        in sentence: Span,
        to keys: UnsafeMutablePointer<UInt64>,
        isMasked: Bool = false
    ) -> Int {
        var writer = unsafe FeatureWriter(keys)
        let here = isMasked ? features[token].masked : features[token]
        let (before, after) = (word(token - 1, sentence), word(token + 1, sentence))
        let (before2, after2) = (word(token - 2, sentence), word(token + 2, sentence))
        writer.addWords(here, before, after, before2, after2)
        writer.addForms(here, before, after)
        writer.addClasses(here, before, after, before2, after2)
        addLists(token, sentence, here, before, isMasked ? GazetteerMarks() : marks[token], &writer)
        addRun(token, here, &writer)
        addSigns(token, sentence, here, before, &writer)
        return writer.count
    }

    private func word(_ token: Int, _ sentence: Span) -> WordFeatures {
        sentence.contains(token) ? features[token] : .outside
    }

    private func marks(_ token: Int, _ sentence: Span) -> GazetteerMarks {
        sentence.contains(token) ? marks[token] : GazetteerMarks()
    }

    private func addLists(
        _ token: Int,
        _ sentence: Span,
        _ here: WordFeatures,
        _ before: WordFeatures,
        _ mark: GazetteerMarks,
        _ writer: inout FeatureWriter
    ) {
        let (previous, next) = (marks(token - 1, sentence), marks(token + 1, sentence))
        let (previous2, next2) = (marks(token - 2, sentence), marks(token + 2, sentence))
        let words = UInt64(mark.words.rawValue) << 1 | 1
        writer.add(60, words, here.shape)
        writer.add(61, UInt64(previous.words.rawValue))
        writer.add(62, UInt64(next.words.rawValue))
        writer.add(63, words, UInt64(previous.words.rawValue))
        writer.add(64, words, UInt64(next.words.rawValue))
        writer.add(65, UInt64(previous.words.rawValue), UInt64(previous2.words.rawValue), words)
        writer.add(66, UInt64(next.words.rawValue), UInt64(next2.words.rawValue), words)
        if mark.phrases != 0 {
            let phrases = UInt64(mark.phrases)
            writer.add(67, phrases)
            writer.add(68, phrases, here.shape, UInt64(previous.words.rawValue))
            writer.add(69, phrases, before.folded)
            writer.add(70, phrases, UInt64(next.words.rawValue))
        }
        if previous.phrases != 0 { writer.add(71, UInt64(previous.phrases), here.shape) }
        if next.phrases != 0 { writer.add(72, UInt64(next.phrases), here.shape) }
        addHyphens(token, sentence, &writer)
    }

    /// "Ji-hoon": a capital, a hyphen and a small letter are a given name behind a family name.
    private func addHyphens(_ token: Int, _ sentence: Span, _ writer: inout FeatureWriter) {
        for place in 0..<3 {
            let start = token - place
            guard start >= sentence.start, start + 2 < sentence.end, tokens[start + 1].form == "-",
                tokens[start].isCapitalized, tokens[start + 2].isWord
            else { continue }
            let family = marks(start - 1, sentence).words.intersection([.koreanFamily, .familyFirst])
            let isFamilyCapital = start > sentence.start && tokens[start - 1].isCapitalized
            let syllables =
                (marks[start].words.contains(.koreanSyllable) ? 1 : 0)
                | (marks[start + 2].words.contains(.koreanSyllable) ? 2 : 0)
                | (tokens[start + 2].isCapitalized ? 4 : 0) | (isFamilyCapital ? 8 : 0) | UInt64(place << 4)
            writer.add(73, syllables)
            writer.add(74, syllables, UInt64(family.rawValue))
            writer.add(75, UInt64(place), features[start + 2].folded)
        }
        // The family name itself.
        guard token + 3 < sentence.end, tokens[token + 2].form == "-", tokens[token + 1].isCapitalized else { return }
        let words = marks[token + 1].words.union(marks[token + 3].words).intersection(.koreanSyllable)
        writer.add(
            76,
            UInt64(words.rawValue),
            UInt64(marks[token].words.rawValue),
            tokens[token + 3].isCapitalized ? 1 : 0
        )
    }

    private func addRun(_ token: Int, _ here: WordFeatures, _ writer: inout FeatureWriter) {
        let run = runs[token]
        guard !run.strict.isEmpty else {
            if run.loose.count > 1 { addLooseRun(token, run, here, &writer) }
            return
        }
        let (first, last) = (features[run.strict.start], features[run.strict.end - 1])
        let place = UInt64(min(token - run.strict.start, 3) << 4 | min(run.strict.end - 1 - token, 3))
        let before = word(run.strict.start - 1, run.sentence)
        let after = word(run.strict.end, run.sentence)
        writer.add(80, place)
        writer.add(81, place, before.folded)
        writer.add(82, place, after.folded)
        writer.add(83, last.folded, token == run.strict.end - 1 ? 1 : 0)
        writer.add(84, UInt64(marks[run.strict.end - 1].words.rawValue), place)
        writer.add(85, first.folded, token == run.strict.start ? 1 : 0)
        writer.add(86, UInt64(marks[run.strict.start].words.rawValue), place)
        writer.add(87, UInt64(before.classes.middle), UInt64(after.classes.middle))
        writer.add(88, UInt64(last.classes.middle), place)
        writer.add(89, UInt64(first.classes.middle), place)
        writer.add(90, before.folded, after.folded)
        addNeighbors(run, place, &writer)
        if run.loose.count > run.strict.count { addLooseRun(token, run, here, &writer) }
    }

    /// What stands beside the run: letters in brackets, or more names in a list.
    private func addNeighbors(_ run: NameRun, _ place: UInt64, _ writer: inout FeatureWriter) {
        if isBeforeLetters(run.strict.end, run.sentence) { writer.add(95, place) }
        let (first, last) = (run.strict.start, run.strict.end)
        if first - 2 >= run.sentence.start, joinsList(first - 1) {
            writer.add(97, UInt64(features[first - 2].classes.fine), place)
            writer.add(98, UInt64(marks[first - 2].words.rawValue), UInt64(marks[first - 2].phrases))
        }
        if last + 1 < run.sentence.end, joinsList(last) {
            writer.add(99, UInt64(features[last + 1].classes.fine), place)
            writer.add(110, UInt64(marks[last + 1].words.rawValue), UInt64(marks[last + 1].phrases))
        }
    }

    private func isBeforeLetters(_ token: Int, _ sentence: Span) -> Bool {
        token + 2 < sentence.end && tokens[token].form == "(" && tokens[token + 1].isAllCapitals
    }

    private func joinsList(_ token: Int) -> Bool {
        switch tokens[token].form {
        case ",", "and", "or", "&", "/": true
        default: false
        }
    }

    private func addLooseRun(_ token: Int, _ run: NameRun, _ here: WordFeatures, _ writer: inout FeatureWriter) {
        let (first, last) = (features[run.loose.start], features[run.loose.end - 1])
        let distance = UInt64(min(token - run.loose.start, 5))
        writer.add(91, first.folded, distance)
        writer.add(92, last.folded)
        writer.add(93, UInt64(marks[run.loose.start].words.rawValue), distance, here.shape)
        writer.add(94, first.folded, here.lower)
        if isBeforeLetters(run.loose.end, run.sentence) { writer.add(96, distance, here.shape) }
    }

    private func addSigns(
        _ token: Int,
        _ sentence: Span,
        _ here: WordFeatures,
        _ before: WordFeatures,
        _ writer: inout FeatureWriter
    ) {
        let run = runs[token]
        let position: UInt64 =
            (token == sentence.start ? 1 : 0) | (run.isHeadline ? 2 : 0) | (run.isUpperCase ? 4 : 0)
        writer.add(100, position, here.shape)
        writer.add(101, position, UInt64(here.classes.fine))
        let signs = signs[token]
        guard !signs.isEmpty else { return }
        writer.add(102, UInt64(signs.rawValue))
        writer.add(103, UInt64(signs.rawValue), here.shape, position)
        var rest = signs.rawValue
        while rest != 0 {
            writer.add(104, UInt64(rest.trailingZeroBitCount), position)
            rest &= rest &- 1
        }
    }
}
