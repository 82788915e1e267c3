import PledgedLanguage

/// Tries every rule at every word.
///
/// Patterns that begin with words are found by them; the few that begin with a class are tried everywhere. Every gap
/// is bounded, so the time is linear in the text.
struct CueMatcher: Sendable {
    private struct Pattern: Sendable {
        let rule: Int
        /// Its place in the rule.
        let number: Int
        let elements: [CueElement]
        /// Of each of these a sentence must hold a word.
        let needed: [Set<String>]

        init(rule: Int, number: Int, elements: [CueElement]) {
            (self.rule, self.number, self.elements) = (rule, number, elements)
            needed = elements.compactMap { element in
                guard element.count == .once, case .words(let words) = element.shape else { return nil }
                return words
            }
        }
    }

    private var byWord: [String: [Pattern]] = [:]
    private var byClass: [Pattern] = []

    static let gapMax = 8
    static let addresseeMax = 16
    static let repeatsMax = 4

    init(_ rules: [CueRule]) {
        for (index, rule) in rules.enumerated() {
            for (number, pattern) in rule.patterns.enumerated() {
                add(Pattern(rule: index, number: number, elements: pattern.elements))
            }
        }
    }

    private mutating func add(_ pattern: Pattern) {
        let first = pattern.elements.first { $0.shape != .anchor }
        if let first, first.count == .once, case .words(let words) = first.shape {
            for word in words.sorted() { byWord[word, default: []].append(pattern) }
        } else {
            byClass.append(pattern)
        }
    }

    /// All matches of a sentence, in order of place, then of rule.
    func matches(in sentence: Int, of words: WordClasses) -> [CueMatch] {
        let span = words.story.sentences[sentence].span
        var found: [CueMatch] = []
        let folded = Set(span.range.map(words.story.folded))
        let anywhere = byClass.filter { pattern in pattern.needed.allSatisfy { !$0.isDisjoint(with: folded) } }
        for start in span.range {
            for pattern in byWord[words.story.folded(start)] ?? []
            where pattern.needed.dropFirst().allSatisfy({ !$0.isDisjoint(with: folded) }) {
                append(pattern, start, sentence, words, &found)
            }
            for pattern in anywhere { append(pattern, start, sentence, words, &found) }
        }
        return found
    }

    private func append(
        _ pattern: Pattern,
        _ start: Int,
        _ sentence: Int,
        _ words: WordClasses,
        _ found: inout [CueMatch]
    ) {
        let span = words.story.sentences[sentence].span
        var trail = Trail(anchor: start, act: start)
        guard let end = match(pattern.elements[...], start, span.end, words, &trail), end > start else { return }
        found.append(
            CueMatch(
                rule: pattern.rule,
                pattern: pattern.number,
                span: Span(start, end),
                anchorStart: trail.anchor,
                act: trail.act,
                addressee: trail.addressee,
                sentence: sentence
            )
        )
    }

    private struct Trail {
        var anchor: Int
        var act: Int
        var addressee: Span?
    }

    /// The end of the words that the elements fit to from `index` on; nil where they do not.
    private func match(
        _ elements: ArraySlice<CueElement>,
        _ index: Int,
        _ limit: Int,
        _ words: WordClasses,
        _ trail: inout Trail
    ) -> Int? {
        guard let element = elements.first else { return index }
        let rest = elements.dropFirst()
        switch element.shape {
        case .anchor:
            trail.anchor = index
            return match(rest, index, limit, words, &trail)
        case .gap: return matchGap(rest, index, limit, words, &trail)
        case .addressee: return matchAddressee(rest, index, limit, words, &trail)
        case .words, .kind: return matchWord(element, rest, index, limit, words, &trail)
        }
    }

    private func matchWord(
        _ element: CueElement,
        _ rest: ArraySlice<CueElement>,
        _ index: Int,
        _ limit: Int,
        _ words: WordClasses,
        _ trail: inout Trail
    ) -> Int? {
        // As often as it may, then less often: the longest reading that lets the rest fit.
        var ends = [index]
        let countMax = element.count == .any ? Self.repeatsMax : 1
        while ends.count <= countMax, let last = ends.last, let end = words.end(of: element.shape, at: last, limit) {
            ends.append(end)
        }
        let countMin = element.count == .once ? 1 : 0
        for count in stride(from: ends.count - 1, through: countMin, by: -1) {
            let before = trail
            if rest.isEmpty, count > 0 { trail.act = ends[count - 1] }
            if let end = match(rest, ends[count], limit, words, &trail) { return end }
            trail = before
        }
        return nil
    }

    private func matchGap(
        _ rest: ArraySlice<CueElement>,
        _ index: Int,
        _ limit: Int,
        _ words: WordClasses,
        _ trail: inout Trail
    ) -> Int? {
        var end = index
        while end < limit, end - index <= Self.gapMax {
            let before = trail
            if let found = match(rest, end, limit, words, &trail) { return found }
            trail = before
            if words.isBarrier(end) { return nil }
            end += 1
        }
        return nil
    }

    private func matchAddressee(
        _ rest: ArraySlice<CueElement>,
        _ index: Int,
        _ limit: Int,
        _ words: WordClasses,
        _ trail: inout Trail
    ) -> Int? {
        var end = index + 1
        while end < limit, end - index <= Self.addresseeMax, !words.isWall(end - 1) {
            let before = trail
            trail.addressee = Span(index, end)
            if let found = match(rest, end, limit, words, &trail) { return found }
            trail = before
            end += 1
        }
        return nil
    }
}
