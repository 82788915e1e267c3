import PledgedCore

/// Reads the dateline at the front of a passage.
///
/// A dateline is one to three segments, each of a place, a date and a source, any of them absent, and each closed
/// by a dash, by a colon or by the source's bracket:
///
///     HANOI, May 8 (Xinhua) --            VIETNAM, July 10 - TOKYO —         MOSCOW, July 10. /TASS/.
///     Taipei, Oct. 7, 2025 (CNA)          MANILA, PHILIPPINES (10 July) —     SEOUL, Korea – July 10, 2024 –
struct DatelineParser {
    let text: SourceText
    let passage: Range<Int>
    let lexemes: [Lexeme]
    private let dates: DateScanner

    init(_ text: SourceText, in passage: Range<Int>) {
        self.text = text
        self.passage = passage
        lexemes = Lexeme.lexemes(of: text, in: text.front(passage, countMax: Self.frontMax))
        dates = DateScanner(lexemes: lexemes)
    }

    /// The dateline, or nil where the passage begins with its own words.
    func dateline() -> Dateline? {
        let start = skipMarks("*_[", at: 0)
        guard var found = segment(at: start), found.isClosed, isCredible(found) else { return nil }
        for _ in 0..<2 {
            guard let next = segment(at: found.end), next.isClosed, let joined = found.joined(with: next) else { break }
            guard next.place == nil || isCredible(next) else { break }
            found = joined
        }
        let end = found.end < lexemes.count ? lexemes[found.end].range.lowerBound : passage.upperBound
        return Dateline(
            place: found.place.map(written),
            date: found.date,
            source: found.source.map(written),
            end: end
        )
    }

    /// The place, date and source between `index` and a mark that closes them.
    private func segment(at index: Int) -> DatelineSegment? {
        var segment = DatelineSegment(end: index)
        readDate(into: &segment)
        readBracket(into: &segment)
        guard segment.source == nil else {
            // "(LEAD) Lorandia …": what follows the bracket is no place unless a dash parts them.
            close(&segment)
            return segment
        }
        let placeStart = segment.date == nil ? segment.end : skipMarks(",", at: segment.end)
        if let place = DatelinePlace(lexemes: lexemes, dates: dates).place(at: placeStart) {
            let end = countryEnd(at: place.upperBound) ?? place.upperBound
            segment.place = place.lowerBound..<end
            segment.end = end
        }
        for _ in 0..<3 {
            readDate(into: &segment)
            readBracket(into: &segment)
            readUnbracketedSource(into: &segment)
        }
        guard segment.end > index else { return nil }
        close(&segment)
        // "VNA - Hanoi, July 10 -", "Paris, France | AFP |"
        if let place = segment.place, segment.source == nil, !KnownPlaces.contains(written(place)),
            NewsAgency.isKnown(written(place))
        {
            segment.source = place
            segment.place = nil
        }
        return segment
    }

    /// "New Delhi [India]": behind the brackets.
    private func countryEnd(at index: Int) -> Int? {
        guard index + 2 < lexemes.count, lexemes[index].isMark("["),
            let close = lexemes[(index + 1)..<min(index + 6, lexemes.count)].firstIndex(where: { $0.isMark("]") }),
            close > index + 1, lexemes[(index + 1)..<close].allSatisfy(\.isCapitalised)
        else { return nil }
        let name = written((index + 1)..<close)
        return NewsAgency.isKnown(name) || NewsAgency.isAbbreviation(name) ? nil : close + 1
    }

    private func readDate(into segment: inout DatelineSegment) {
        guard segment.date == nil else { return }
        var index = segment.place == nil ? segment.end : skipMarks(",.", at: segment.end)
        while index < lexemes.count, CalendarWords.isWeekday(lexemes[index].folded) {
            index = skipMarks(",.", at: index + 1)
        }
        guard let finding = dates.finding(at: index) else { return }
        segment.date = finding.date
        segment.end = skipTime(at: finding.lexemes.upperBound)
    }

    /// Past "08:15 GMT", and past the comma or full stop after a date.
    private func skipTime(at index: Int) -> Int {
        var next = skipMarks(",", at: index)
        if next + 2 < lexemes.count, lexemes[next].kind == .number, lexemes[next + 1].isMark(":") {
            next += 3
            while next < lexemes.count, lexemes[next].isUpperCase { next += 1 }
            return next
        }
        return index
    }

    /// Reads a date or a source between brackets or slashes.
    ///
    /// "(Kyodo)", "(10 July 2024)", "(Newsfile Corp. - July 10, 2024)", "/PRNewswire/", "[AFP]"
    private func readBracket(into segment: inout DatelineSegment) {
        // "MADRID, Jul 10 (EFE)", but also "SAN JOSE, Calif.--(BUSINESS WIRE)--".
        var open = skipMarks(",.", at: segment.end)
        if segment.place != nil, let dash = dashEnd(at: open), dash < lexemes.count, lexemes[dash].isMark("(") {
            open = dash
        }
        guard open < lexemes.count, lexemes[open].isMark("(/[") else { return }
        let closer = ["(": ")", "[": "]"][lexemes[open].text] ?? "/"
        let limit = min(lexemes.count, open + Self.bracketLexemesMax)
        guard let close = lexemes[(open + 1)..<limit].firstIndex(where: { $0.text == closer }), close > open + 1 else {
            return
        }
        let content = (open + 1)..<close
        if let finding = dates.finding(at: content.lowerBound), finding.lexemes.upperBound == close {
            segment.date = segment.date ?? finding.date
        } else if segment.source == nil, let source = source(in: content, segment: &segment) {
            segment.source = source
        } else {
            return
        }
        segment.end = close + 1
    }

    private func source(in content: Range<Int>, segment: inout DatelineSegment) -> Range<Int>? {
        var content = content
        if let finding = content.lazy.compactMap({ dates.finding(at: $0) }).first,
            finding.lexemes.upperBound <= content.upperBound
        {
            guard finding.lexemes.lowerBound > content.lowerBound else { return nil }
            segment.date = segment.date ?? finding.date
            content = content.lowerBound..<finding.lexemes.lowerBound
            while content.count > 1, lexemes[content.upperBound - 1].isMark("-–—,") {
                content = content.lowerBound..<(content.upperBound - 1)
            }
        }
        let name = written(content)
        if NewsAgency.isKnown(name) || NewsAgency.isAbbreviation(name) { return content }
        // After a date nothing but the agency stands in brackets.
        let isName = content.allSatisfy { lexemes[$0].kind != .number } && lexemes[content.lowerBound].isCapitalised
        return segment.date != nil && isName ? content : nil
    }

    /// "RIYADH, July 10, 2024, SPA --", "Tehran, IRNA –", "WELLINGTON, July 10 AAP -".
    private func readUnbracketedSource(into segment: inout DatelineSegment) {
        guard segment.source == nil, segment.place != nil, segment.end < lexemes.count else { return }
        let index = skipMarks(",", at: segment.end)
        guard index > segment.end || segment.date != nil, index < lexemes.count, dashEnd(at: index + 1) != nil else {
            return
        }
        guard NewsAgency.isKnown(lexemes[index].text) else { return }
        segment.source = index..<(index + 1)
        segment.end = index + 1
    }

    private func close(_ segment: inout DatelineSegment) {
        let index = skipMarks("*_])", at: segment.end)
        if let end = dashEnd(at: index) {
            segment.closing = .dash
            segment.end = skipMarks("*_", at: end)
        } else if index < lexemes.count, lexemes[index].isMark(":") {
            segment.closing = .colon
            segment.end = index + 1
        } else if segment.source == nil, segment.date != nil, segment.place != nil, index < lexemes.count,
            lexemes[index].isMark("."), startsStory(at: index + 1)
        {
            // "Santiago, 30 December. State copper producer Codelco …"
            segment.closing = .stop
            segment.end = index + 1
        } else if segment.source != nil {
            segment.closing = .bracket
            let stop = skipMarks(".", at: index)
            segment.end = dashEnd(at: stop) ?? stop
        } else if segment.place != nil, segment.date == nil, index == segment.end + 1, lexemes[segment.end].isMark("]")
        {
            // "[NAIROBI] Scientists …"
            segment.closing = .bracket
            segment.end = index
        } else if index >= lexemes.count, segment.date != nil, segment.place != nil {
            segment.closing = .end
            segment.end = index
        }
    }

    /// Past an em or en dash, a bar, two or more hyphens, or one with space at both sides.
    private func dashEnd(at index: Int) -> Int? {
        guard index < lexemes.count, lexemes[index].isMark("—–―-−|") else { return nil }
        var end = index + 1
        while end < lexemes.count, lexemes[end].isMark("—–―-−|") { end += 1 }
        if end - index > 1 || !lexemes[index].isMark("-") { return end }
        let isSpaced = index > 0 && lexemes[index - 1].range.upperBound < lexemes[index].range.lowerBound
        return isSpaced || (index > 0 && lexemes[index - 1].isMark(")/.")) ? end : nil
    }

    private func skipMarks(_ marks: String, at index: Int) -> Int {
        var next = index
        while next < lexemes.count, lexemes[next].isMark(marks) { next += 1 }
        return next
    }

    /// These lexemes as written, in one line and without emphasis marks.
    func written(_ range: Range<Int>) -> String {
        guard let first = lexemes[range].first, let last = lexemes[range].last else { return "" }
        return text.line(first.range.lowerBound..<last.range.upperBound).filter { $0 != "*" && $0 != "_" }
    }

    private static let frontMax = 400
    private static let bracketLexemesMax = 12
}
