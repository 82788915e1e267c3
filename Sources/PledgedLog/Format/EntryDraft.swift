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
    /// The events, among the bytes of entries that were encoded with this one.
    private let json: ArraySlice<UInt8>
    /// Where among them lies what each event holds.
    private let data: [Range<Int>]

    private init(_ encoded: EncodedEntry, in bytes: [UInt8]) {
        article = encoded.entry.article
        events = encoded.entry.events
        json = bytes[encoded.bytes]
        data = encoded.data
    }

    /// What an event holds, as JSON.
    func data(of event: Int) -> ArraySlice<UInt8> { json[data[event]] }

    /// About how many bytes its line takes; not fewer than it does.
    var lineLengthMax: Int { json.count + Self.frameBytesMax }

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
        line.bytes(json)
        line.text(",\"position\":")
        line.number(position.offset)
        line.text(",\"recorded\":\"")
        line.string(recorded)
        line.text("\"}")
    }

    private static let frameBytesMax = 512
}

extension [EntryDraft] {
    /// About how many bytes their lines take; not fewer than they do.
    var lineLengthMax: Int { reduce(0) { $0 + $1.lineLengthMax } }
}

// MARK: Encoding

extension EntryDraft {
    /// Bytes of JSON that entries share, and keep as long as one of them is kept.
    private static let sharedBytesMax = 64 << 10

    private struct EncodedEntry {
        let entry: NewEntry
        let bytes: Range<Int>
        let data: [Range<Int>]

        init(_ entry: NewEntry, to json: inout JSONWriter) throws(LogError) {
            precondition(!entry.events.isEmpty, "An entry holds at least one event.")
            self.entry = entry
            let start = json.count
            do {
                data = try json.events(entry.events)
            } catch {
                throw LogError(
                    code: .unencodable,
                    message: "An event of article \(Self.name(entry)) has no JSON and was not appended: \(error)."
                )
            }
            bytes = start..<json.count
            if bytes.count > bytesMax - frameBytesMax {
                throw LogError(
                    code: .tooLarge,
                    message: """
                        The events of article \(Self.name(entry)) take \(bytes.count) bytes; an entry takes at most \
                        \(bytesMax). Split the article.
                        """
                )
            }
        }

        private static func name(_ entry: NewEntry) -> String { entry.article?.description ?? "(unknown)" }
    }

    /// Encodes entries, small ones into memory that they share: one piece of memory for each would take as long again.
    static func encode(_ entries: ArraySlice<NewEntry>) throws(LogError) -> [EntryDraft] {
        var (drafts, encoded): ([EntryDraft], [EncodedEntry]) = ([], [])
        drafts.reserveCapacity(entries.count)
        var json = JSONWriter(capacity: entries.count > 1 ? sharedBytesMax : 4096)
        for entry in entries {
            encoded.append(try EncodedEntry(entry, to: &json))
            guard json.count >= sharedBytesMax || encoded.count + drafts.count == entries.count else { continue }
            let bytes = json.takeBytes()
            for entry in encoded { drafts.append(EntryDraft(entry, in: bytes)) }
            encoded.removeAll(keepingCapacity: true)
        }
        return drafts
    }
}
