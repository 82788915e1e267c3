import PledgedCore

// Foundation is barred in pure targets, but a JSON reader of our own would be one more parser of hostile input to keep
// right. FoundationEssentials brings the decoder without the clock, files and locale of the rest.
import FoundationEssentials

/// Reads ninjs, the JSON in which agencies deliver stories (IPTC, versions 1 to 3).
enum NinjsReader {
    /// True for text that is a JSON object, or a list of them.
    static func recognises(_ text: String) -> Bool {
        let marks = text.utf8.lazy.filter { !whiteSpace.contains($0) }.prefix(2)
        return ["{\"", "{}", "[{"].contains(String(decoding: Array(marks), as: UTF8.self))
    }

    static func manuscript(_ text: String) throws(Rejection) -> Manuscript {
        let story = try story(in: text)
        guard let body = story.body ?? story.headline.map({ _ in NinjsStory.Body(text: "", isHTML: false) }) else {
            throw .malformed("is JSON without a headline or a body, so it is no ninjs story")
        }
        var manuscript = body.isHTML ? try HTMLReader.manuscript(body.text) : PlainTextReader.manuscript(body.text)
        if let headline = story.headline { manuscript = manuscript.titled(headline) }
        add(story, to: &manuscript.evidence)
        return manuscript
    }

    private static func story(in text: String) throws(Rejection) -> NinjsStory {
        guard text.utf8.first(where: { !whiteSpace.contains($0) }) == UInt8(ascii: "{") else {
            throw .malformed("is a JSON list, and only one story a file is read")
        }
        do {
            return try JSONDecoder().decode(NinjsStory.self, from: Data(text.utf8))
        } catch {
            throw .malformed("is JSON that cannot be read as ninjs (\(describe(error)))")
        }
    }

    private static func add(_ story: NinjsStory, to evidence: inout HeaderEvidence) {
        for date in story.dates { evidence.add(datesIn: date, from: .field) }
        if let place = story.located { evidence.suggest(place: place) }
        if let language = story.language { evidence.language = LanguageTag.tag(language) }
        if let source = story.source { evidence.add(source: source, from: .field) }
        if let byline = story.byline { Byline(naming: byline).add(to: &evidence) }
    }

    private static func describe(_ error: any Error) -> String {
        guard let error = error as? DecodingError else { return "\(error)" }
        switch error {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
            .dataCorrupted(let context):
            let path = context.codingPath.map(\.stringValue).joined(separator: ".")
            return path.isEmpty ? context.debugDescription : "\(context.debugDescription) At '\(path)'."
        @unknown default: return "\(error)"
        }
    }

    private static let whiteSpace: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
}
