public import PledgedCore

/// An entry as it lies in the log, its events still JSON.
public struct StoredEntry: Hashable, Sendable {
    /// Of the first event.
    public let position: LogPosition
    /// How many events.
    public let count: Int
    public let article: ArticleID?
    public let recorded: Timestamp
    /// A JSON array of events, in UTF-8.
    public let events: [UInt8]
    /// 64 hexadecimal digits that vouch for this entry and all before it.
    public let hash: String

    init(_ frame: EntryFrame) {
        position = frame.position
        count = frame.count
        article = frame.article
        recorded = frame.recorded
        events = Array(frame.events)
        hash = frame.hash.description
    }
}
