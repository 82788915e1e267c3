public import PledgedCore

extension EventLog {
    /// Makes `entries` durable and returns where their events lie.
    ///
    /// When this returns, all of them are on disk and survive power loss. When it throws, none has been acknowledged, and
    /// none is visible to readers. When the machine dies before it returns, each entry is there whole or not at all, and
    /// none without those before it. Appends that wait at the same time share one write and one sync.
    ///
    /// - Throws: ``LogError`` with code `full` or `busy` (a later append may succeed), `unwritable` (none will until the
    ///   log is opened again), `tooLarge`, `unencodable` or `closed`; the log stays readable.
    public nonisolated func append(_ entries: [NewEntry]) async throws(LogError) -> [Range<LogPosition>] {
        if entries.isEmpty { return [] }
        let pieceEntries = max(pieceEntries, entries.count / Self.piecesMax)
        let drafts = try EntryDraft.encode(entries.prefix(pieceEntries))
        let append = PendingAppend(recorded: now().clampedToFourDigitYears)
        let rest = entries.dropFirst(pieceEntries)
        let result: Result<LogPosition, LogError>
        if rest.isEmpty {
            result = await withCheckedContinuation { reply in
                do throws(LogError) {
                    try queue.enqueue(append, with: .last(drafts, reply))
                } catch {
                    reply.resume(returning: .failure(error))
                }
            }
        } else {
            try queue.enqueue(append, with: .more(drafts))
            let last = try hand(rest, pieceEntries, to: append)
            result = await withCheckedContinuation { queue.add(.last(last, $0), to: append) }
        }
        return Self.ranges(of: entries, from: try result.get())
    }

    /// More would take more time to hand over than they save.
    private static let piecesMax = 16

    /// Gives the writer more pieces as they are encoded, but for the last, which is left to the caller.
    private nonisolated func hand(
        _ entries: ArraySlice<NewEntry>,
        _ pieceEntries: Int,
        to append: PendingAppend
    ) throws(LogError) -> [EntryDraft] {
        var rest = entries
        while true {
            let drafts: [EntryDraft]
            do {
                drafts = try EntryDraft.encode(rest.prefix(pieceEntries))
            } catch {
                queue.add(.withdrawn, to: append)
                throw error
            }
            rest = rest.dropFirst(pieceEntries)
            if rest.isEmpty { return drafts }
            queue.add(.more(drafts), to: append)
        }
    }

    private static func ranges(of entries: [NewEntry], from first: LogPosition) -> [Range<LogPosition>] {
        var position = first
        return entries.map { entry in
            let start = position
            position = start.advanced(by: entry.events.count)
            return start..<position
        }
    }
}

extension Timestamp {
    /// A clock that is off by millennia must not write what cannot be read.
    fileprivate var clampedToFourDigitYears: Timestamp {
        Timestamp(microseconds: min(max(microseconds, 0), 253_402_300_799_999_999))
    }
}
