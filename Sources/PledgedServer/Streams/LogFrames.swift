import PledgedCore
import PledgedLog

/// Reads events from the log for one reader who is behind the newest ones.
struct LogFrames: Sendable {
    let log: EventLog
    let source: String

    /// The events from `position` on that pass.
    ///
    /// What is read beyond the room is thrown away and read again next time: kept, it would wait in memory for a reader
    /// who may be slow.
    @concurrent
    func piece(
        from position: LogPosition,
        filter: EventFilter,
        format: StreamFormat,
        room: FrameBatch.Room,
        countMax: Int
    ) async throws -> StreamPiece {
        var batch = FrameBatch(from: position, room: room)
        for event in try await log.stored(from: position, countMax: countMax, bytesMax: room.bytes) {
            if batch.isFull { break }
            if filter.passes(event.name, event.article) {
                batch.add(EventFrame(event, source: source))
            } else {
                batch.skip(event.position)
            }
        }
        return StreamPiece(batch, format: format)
    }
}
