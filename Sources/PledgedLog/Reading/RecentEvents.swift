import PledgedCore

/// The newest events, so that readers at the end of the log need neither the disk nor a decoder.
struct RecentEvents: Sendable {
    private var events: [RecordedEvent] = []
    /// What each of them holds, as JSON.
    private var data: [ArraySlice<UInt8>] = []
    /// What the entries in `events` take as JSON, oldest first, and how many events each has.
    private var entries: [(count: Int, bytes: Int)] = []
    private var bytes = 0
    private let bytesMax: Int

    init(bytesMax: Int) { self.bytesMax = bytesMax }

    /// Adds the events of an entry that has become durable, and forgets the oldest beyond the bound.
    mutating func add(_ new: [RecordedEvent], data newData: [ArraySlice<UInt8>], bytes newBytes: Int) {
        precondition(new.count == newData.count)
        events += new
        data += newData
        entries.append((new.count, newBytes))
        bytes += newBytes
        // Half at once, so that removing from the front stays cheap.
        if bytes <= bytesMax { return }
        var (removedEntries, removedEvents) = (0, 0)
        while bytes > bytesMax / 2, removedEntries < entries.count {
            bytes -= entries[removedEntries].bytes
            removedEvents += entries[removedEntries].count
            removedEntries += 1
        }
        entries.removeFirst(removedEntries)
        events.removeFirst(removedEvents)
        data.removeFirst(removedEvents)
    }

    /// At most `countMax` events from `position` on; nil where they are no longer here.
    func events(from position: LogPosition, countMax: Int) -> [RecordedEvent]? {
        indices(from: position, countMax: countMax).map { Array(events[$0]) }
    }

    /// The same, as JSON.
    func stored(from position: LogPosition, countMax: Int) -> [StoredEvent]? {
        indices(from: position, countMax: countMax)?.map { StoredEvent(events[$0], data: data[$0]) }
    }

    private func indices(from position: LogPosition, countMax: Int) -> Range<Int>? {
        guard let first = events.first?.position, position >= first else { return nil }
        let start = Int(clamping: position.offset - first.offset)
        guard start < events.count else { return nil }
        return start..<min(events.count, start + countMax)
    }
}
