import PledgedCore

/// An entry's events as JSON, before the entry has its place.
///
/// The frame around the events is written by hand, so that encoding them, which is what takes time, needs neither the
/// position nor the hash before. The bytes are those that ``EventCoding`` would give for the whole. A class, for it is handed
/// from list to list, and a value would take a count of references for each thing in it each time.
final class EntryDraft: Sendable {
    /// The longest entry that is written or read, in bytes of JSON.
    static let bytesMax = 32 << 20

    let article: ArticleID?
    let events: [Event]
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

    /// What an event holds, as JSON.
    func data(of event: Int) -> ArraySlice<UInt8> { json.bytes[json.data[event]] }

    /// About how many bytes its line takes; not fewer than it does.
    var lineLengthMax: Int { json.bytes.count + Self.frameBytesMax }

    /// Adds the whole entry, one line of JSON, to `line`.
    ///
    /// - Parameters:
    ///   - line: What it is added to.
    ///   - position: Of the first event.
    ///   - durable: Every event before it is on disk when the entry is written.
    ///   - recorded: When it is appended, as it is written.
    func write(to line: inout LineWriter, position: LogPosition, durable: LogPosition, recorded: String) {
        line.text("{")
        if let article {
            line.text("\"article\":\"")
            line.string(article.hexadecimal)
            line.text("\",")
        }
        line.text("\"count\":")
        line.number(UInt64(events.count))
        if durable < position {
            line.text(",\"durable\":")
            line.number(durable.offset)
        }
        line.text(",\"events\":")
        line.bytes(json.bytes)
        line.text(",\"position\":")
        line.number(position.offset)
        line.text(",\"recorded\":\"")
        line.string(recorded)
        line.text("\"}")
    }

    private static let frameBytesMax = 512

    private static func name(_ entry: NewEntry) -> String { entry.article?.description ?? "(unknown)" }
}
