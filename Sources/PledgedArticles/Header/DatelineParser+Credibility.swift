extension DatelineParser {
    /// Whether a closed segment is a dateline rather than the beginning of a sentence.
    func isCredible(_ segment: DatelineSegment) -> Bool {
        if let source = segment.source, segment.place == nil, segment.date == nil {
            return NewsAgency.isKnown(written(source)) && startsStory(at: segment.end)
        }
        if let source = segment.source, segment.date == nil, segment.closing == .bracket {
            // "The Ministry of Land (MLIT) announced" is no dateline, "Taipei (CNA) Taiwan will" is one.
            return NewsAgency.isKnown(written(source)) && startsStory(at: segment.end)
        }
        // "Published On 19 Feb 2025"
        if let place = segment.place, Self.stamps.contains(lexemes[place.lowerBound].folded) { return false }
        if segment.source != nil { return true }
        let hasRest = segment.end < lexemes.count
        if segment.date != nil, segment.place != nil {
            return segment.closing != .colon || startsStory(at: segment.end)
        }
        if segment.date != nil { return hasRest && segment.closing == .dash }
        guard let place = segment.place, hasRest, startsStory(at: segment.end) else { return false }
        let rest = lexemes[segment.end].range.lowerBound..<passage.upperBound
        guard SentenceEnd.ends(rest, in: text), isCredible(place: place, closing: segment.closing) else { return false }
        return rest.count >= Self.storyMin || lexemes[place.lowerBound].isUpperCase
            || KnownPlaces.contains(written(place))
    }

    private func isCredible(place: Range<Int>, closing: DatelineSegment.Closing?) -> Bool {
        let first = lexemes[place.lowerBound]
        guard !Self.labels.contains(first.folded) else { return false }
        let isUpper = first.isUpperCase || first.text == "ST"
        // A short word of capitals before a colon is a body that speaks: "NATO: Members …"
        if closing == .colon {
            return isUpper && first.text.count > 5 && place.count <= 6 || KnownPlaces.contains(written(place))
        }
        return isUpper || KnownPlaces.contains(written(place)) || !isParenthesis(after: place.upperBound)
    }

    /// A story begins with a capital, a quote or a figure.
    func startsStory(at index: Int) -> Bool {
        guard index < lexemes.count else { return false }
        let first = lexemes[index]
        return first.isCapitalised || first.kind == .number || first.isMark("\"“‘'«$€£¥₹")
    }

    /// "Intel – the chipmaker – said": the dash at `index` has a partner before the sentence ends.
    private func isParenthesis(after index: Int) -> Bool {
        guard index < lexemes.count else { return false }
        let dash = lexemes[index].text
        let sentence = lexemes[(index + 1)...].prefix { !$0.isMark(".!?") }
        return !sentence.filter { $0.text == dash }.count.isMultiple(of: 2)
    }

    private static let storyMin = 40
    private static let stamps: Set<String> = ["published", "posted", "updated", "modified", "issued"]
    private static let labels: Set<String> = [
        "breaking", "exclusive", "update", "updates", "analysis", "opinion", "note", "notes", "correction", "editorial",
        "watch", "photo", "photos", "video", "factbox", "explainer", "lead", "advisory", "urgent", "notice", "summary",
        "background", "contact", "contacts", "embargo", "embargoed", "source", "date", "title", "from", "to", "subject",
        "news",
        "release", "statement", "question", "answer", "moderator", "reporter", "caption", "flash", "alert", "media",
        "press",
        "warning", "important", "about", "editor", "comment", "interview", "review", "brief", "briefing", "q",
    ]
}
