import PledgedCore

/// An entry's events as JSON, before the entry has its place.
///
/// The frame around the events is written by hand, so that encoding them, which is what takes time, needs neither the
/// position nor the hash before. The bytes are those that ``EventCoding`` would give for the whole.
struct EntryDraft: Sendable {
    /// The longest entry that is written or read, in bytes of JSON.
    static let bytesMax = 32 << 20

    let article: ArticleID?
    let events: [Event]
    /// What each event holds, as JSON.
    var data: [ArraySlice<UInt8>] { json.data.map { json.bytes[$0] } }
    private let json: EncodedEvents

    init(_ entry: NewEntry) throws(LogError) {
        precondition(!entry.events.isEmpty, "An entry holds at least one event.")
        article = entry.article
        events = entry.events
        do {
            json = try EncodedEvents(entry.events)
        } catch {
            throw LogError(
                code: .unencodable,
                message: "An event of article \(Self.name(entry)) has no JSON and was not appended: \(error)."
            )
        }
        if json.bytes.count > Self.bytesMax - Self.frameBytesMax {
            throw LogError(
                code: .tooLarge,
                message: """
                    The events of article \(Self.name(entry)) take \(json.bytes.count) bytes; an entry takes at most \
                    \(Self.bytesMax). Split the article.
                    """
            )
        }
    }

    /// About how many bytes its line takes; not fewer than it does.
    var lineLengthMax: Int { json.bytes.count + Self.frameBytesMax }

    /// Adds the whole entry, one line of JSON, to `bytes`.
    ///
    /// - Parameters:
    ///   - bytes: What it is added to.
    ///   - position: Of the first event.
    ///   - durable: Every event before it is on disk when the entry is written.
    ///   - recorded: When it is appended.
    func write(to bytes: inout [UInt8], position: LogPosition, durable: LogPosition, recorded: Timestamp) {
        bytes += "{".utf8
        if let article { bytes += "\"article\":\"\(article)\",".utf8 }
        bytes += "\"count\":\(events.count)".utf8
        if durable < position { bytes += ",\"durable\":\(durable.offset)".utf8 }
        bytes += ",\"events\":".utf8
        bytes += json.bytes
        bytes += ",\"position\":\(position.offset),\"recorded\":\"\(recorded)\"}".utf8
    }

    private static let frameBytesMax = 512

    private static func name(_ entry: NewEntry) -> String { entry.article?.description ?? "(unknown)" }
}
