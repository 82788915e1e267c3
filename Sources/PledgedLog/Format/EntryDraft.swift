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

    /// Adds the whole entry, one line of JSON, to `bytes`.
    ///
    /// - Parameters:
    ///   - bytes: What it is added to.
    ///   - position: Of the first event.
    ///   - durable: Every event before it is on disk when the entry is written.
    ///   - recorded: When it is appended, as it is written.
    func write(to bytes: inout [UInt8], position: LogPosition, durable: LogPosition, recorded: String) {
        bytes.append(UInt8(ascii: "{"))
        if let article {
            bytes += "\"article\":\"".utf8
            bytes += article.hexadecimal.utf8
            bytes += "\",".utf8
        }
        bytes += "\"count\":".utf8
        bytes += String(events.count).utf8
        if durable < position {
            bytes += ",\"durable\":".utf8
            bytes += String(durable.offset).utf8
        }
        bytes += ",\"events\":".utf8
        bytes += json.bytes
        bytes += ",\"position\":".utf8
        bytes += String(position.offset).utf8
        bytes += ",\"recorded\":\"".utf8
        bytes += recorded.utf8
        bytes += "\"}".utf8
    }

    private static let frameBytesMax = 512

    private static func name(_ entry: NewEntry) -> String { entry.article?.description ?? "(unknown)" }
}
