public import PledgedCore
import SystemPackage

extension EventLog {
    /// Bytes of entries that one read takes at most; one entry may be larger.
    private static let readBytesMax = 1 << 20

    /// Reads events in order.
    ///
    /// Any number of readers may read at once. A read may return fewer than are there: it reads at most about a megabyte,
    /// and not beyond the end of a segment; it returns none only at the ``end``. Every entry is checked against the hash
    /// of those before it.
    ///
    /// - Parameters:
    ///   - position: Of the first event wanted.
    ///   - countMax: At least 1.
    /// - Returns: At most `countMax` events, the first of them at `position`.
    /// - Throws: ``LogError`` with code `beyondEnd`, `damaged`, `undecodable` or `unreadable`.
    public nonisolated func read(
        from position: LogPosition,
        countMax: Int
    ) async throws(LogError) -> [RecordedEvent] {
        precondition(countMax > 0, "A read of no events would never end.")
        if let recent = published.recent(from: position, countMax: countMax) { return recent }
        var events: [RecordedEvent] = []
        try scan(from: position) { frame throws(LogError) in
            try Self.decode(frame, from: position, countMax: countMax - events.count, into: &events)
            return events.count < countMax
        }
        return events
    }

    /// Reads events in order, what they hold still JSON, in the form in which it was written: for who passes them on.
    ///
    /// Otherwise as ``read(from:countMax:)``.
    ///
    /// - Parameters:
    ///   - position: Of the first event wanted.
    ///   - countMax: At least 1.
    ///   - bytesMax: No further entry is read from the disk after so many bytes of JSON; nil for about a megabyte.
    /// - Returns: At most `countMax` events, the first of them at `position`.
    /// - Throws: ``LogError`` with code `beyondEnd`, `damaged`, `undecodable` or `unreadable`.
    public nonisolated func stored(
        from position: LogPosition,
        countMax: Int,
        bytesMax: Int? = nil
    ) async throws(LogError) -> [StoredEvent] {
        precondition(countMax > 0, "A read of no events would never end.")
        if let recent = published.recentStored(from: position, countMax: countMax) { return recent }
        var events: [StoredEvent] = []
        let bytesMax = min(bytesMax ?? Self.readBytesMax, Self.readBytesMax)
        try scan(from: position, bytesMax: bytesMax) { frame throws(LogError) in
            for event in try Self.split(frame) where event.position >= position && events.count < countMax {
                events.append(event)
            }
            return events.count < countMax
        }
        return events
    }

    /// Reads whole entries in order, their events still JSON: for who passes them on.
    ///
    /// Otherwise as ``read(from:countMax:)``.
    ///
    /// - Parameters:
    ///   - position: Of an event in the first entry wanted.
    ///   - countMax: Entries, at least 1.
    /// - Returns: At most `countMax` entries; the first holds `position`, and may begin before it.
    /// - Throws: ``LogError`` with code `beyondEnd`, `damaged` or `unreadable`.
    public nonisolated func entries(
        from position: LogPosition,
        countMax: Int
    ) async throws(LogError) -> [StoredEntry] {
        precondition(countMax > 0, "A read of no entries would never end.")
        var entries: [StoredEntry] = []
        try scan(from: position) { frame throws(LogError) in
            entries.append(StoredEntry(frame))
            return entries.count < countMax
        }
        return entries
    }

    /// Shows entries from the one that holds `position` on, until `visit` has enough, or `bytesMax` or the segment's end is reached.
    private nonisolated func scan(
        from position: LogPosition,
        bytesMax: Int = EventLog.readBytesMax,
        _ visit: (EntryFrame) throws(LogError) -> Bool
    ) throws(LogError) {
        let snapshot = published.snapshot
        guard position <= snapshot.chain.position else { throw Self.beyondEnd(position, snapshot.chain.position) }
        if position == snapshot.chain.position { return }
        let number = snapshot.segments.lastIndex { $0.name.first <= position } ?? 0
        let segment = snapshot.segments[number]
        let isLast = number == snapshot.segments.count - 1
        var reader = try SegmentReader(segment, in: storage, from: position, until: isLast ? snapshot.length : nil)
        var bytes = 0
        while let frame = try reader.next() {
            if frame.end <= position { continue }
            bytes += frame.json.count
            guard try visit(frame), bytes < bytesMax else { return }
        }
    }

    private static func split(_ frame: EntryFrame) throws(LogError) -> [StoredEvent] {
        guard let parts = EventSplitter.parts(of: frame.events), parts.count == frame.count else {
            throw LogError(
                code: .undecodable,
                message: """
                    The entry at position \(frame.position.offset) is whole, but its events are not \(frame.count) that \
                    this version of pledged knows. Use the version that wrote it, or a newer one.
                    """
            )
        }
        return parts.enumerated().map { index, part in
            StoredEvent(part, at: frame.position.advanced(by: index), in: frame)
        }
    }

    static func decode(_ frame: EntryFrame) throws(LogError) -> [RecordedEvent] {
        var events: [RecordedEvent] = []
        try decode(frame, from: frame.position, countMax: frame.count, into: &events)
        return events
    }

    /// Adds the events of an entry to `events`: at most `countMax`, from `position` on.
    private static func decode(
        _ frame: EntryFrame,
        from position: LogPosition,
        countMax: Int,
        into events: inout [RecordedEvent]
    ) throws(LogError) {
        let first = position > frame.position ? Int(position.offset - frame.position.offset) : 0
        let wanted = first..<min(frame.count, first + countMax)
        let before = events.count
        if events.isEmpty { events.reserveCapacity(wanted.count) }
        let count: Int
        do {
            do throws(JSONReader.OtherForm) {
                count = try JSONReader.read(frame.events) { json throws(JSONReader.OtherForm) in
                    try json.events(wanted) { events.append(frame.recorded($1, $0)) }
                }
            } catch {
                events.removeSubrange(before...)
                let decoded = try EventCoding.events(frame.events)
                count = decoded.count
                for number in wanted where number < count { events.append(frame.recorded(decoded[number], number)) }
            }
        } catch {
            throw LogError(
                code: .undecodable,
                message: """
                    The entry at position \(frame.position.offset) is whole, but this version of pledged cannot read its \
                    events: \(error). Use the version that wrote it, or a newer one.
                    """
            )
        }
        guard count == frame.count else {
            throw LogError(
                code: .undecodable,
                message: """
                    The entry at position \(frame.position.offset) says that it holds \(frame.count) events, but holds \
                    \(count): it was not written by pledged.
                    """
            )
        }
    }

    private static func beyondEnd(_ position: LogPosition, _ end: LogPosition) -> LogError {
        LogError(
            code: .beyondEnd,
            message: """
                Position \(position.offset) lies beyond the end of the log, which is \(end.offset). If you got it from \
                this log, the log has been cut or replaced since; otherwise ask from \(end.offset) or earlier.
                """
        )
    }
}

extension EntryFrame {
    fileprivate func recorded(_ event: consuming Event, _ number: Int) -> RecordedEvent {
        RecordedEvent(position: position.advanced(by: number), recorded: recorded, article: article, event: event)
    }
}
