import PledgedCore

/// The newest entries, so that readers at the end of the log need neither the disk nor a decoder.
struct RecentEvents: Sendable {
    private var entries: [CommittedEntry] = []
    private var bytes = 0
    private let bytesMax: Int

    init(bytesMax: Int) { self.bytesMax = bytesMax }

    /// Adds entries that have become durable, and forgets the oldest beyond the bound.
    ///
    /// - Parameter new: In order.
    /// - Returns: What is forgotten: to free it takes as long as to add it, which whoever adds may put off.
    @discardableResult mutating func add(_ new: [CommittedEntry]) -> [CommittedEntry] {
        // Those that would not stay need not come.
        var (first, newBytes) = (new.endIndex, 0)
        while first > 0, newBytes + new[first - 1].lineLength <= bytesMax {
            first -= 1
            newBytes += new[first].lineLength
        }
        var forgotten: [CommittedEntry] = []
        if first > 0 {
            forgotten = entries
            forget()
        }
        entries += new[first...]
        bytes += newBytes
        // Half at once, so that removing from the front stays cheap.
        if bytes <= bytesMax { return forgotten }
        var removed = 0
        while bytes > bytesMax / 2, removed < entries.count {
            bytes -= entries[removed].lineLength
            removed += 1
        }
        forgotten += entries[..<removed]
        entries.removeFirst(removed)
        return forgotten
    }

    mutating func forget() { (entries, bytes) = ([], 0) }

    /// At most `countMax` events from `position` on; nil where they are no longer here.
    func events(from position: LogPosition, countMax: Int) -> [RecordedEvent]? {
        collect(from: position, countMax: countMax) { $0.event($1) }
    }

    /// The same, as JSON.
    func stored(from position: LogPosition, countMax: Int) -> [StoredEvent]? {
        collect(from: position, countMax: countMax) { StoredEvent($0.event($1), data: $0.draft.data(of: $1)) }
    }

    private func collect<Element>(
        from position: LogPosition,
        countMax: Int,
        _ element: (CommittedEntry, Int) -> Element
    ) -> [Element]? {
        guard let first = entries.first, let last = entries.last, position >= first.position, position < last.end else {
            return nil
        }
        var elements: [Element] = []
        for entry in entries[index(holding: position)...] {
            let start = position > entry.position ? Int(position.offset - entry.position.offset) : 0
            for number in start..<min(entry.draft.events.count, start + countMax - elements.count) {
                elements.append(element(entry, number))
            }
            if elements.count == countMax { break }
        }
        return elements
    }

    /// Which entry holds `position`, which lies within them.
    private func index(holding position: LogPosition) -> Int {
        var (low, high) = (0, entries.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if entries[middle].position <= position { low = middle } else { high = middle }
        }
        return low
    }
}
