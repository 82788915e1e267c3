import DequeModule
import PledgedCore

/// The newest events of the log, encoded, without gap; bounded by their bytes.
struct RecentFrames: Sendable {
    private var frames: Deque<EventFrame> = []
    private var bytes = 0
    private let bytesMax: Int
    /// The next event to come.
    private(set) var end: LogPosition

    init(end: LogPosition, bytesMax: Int) {
        self.end = end
        self.bytesMax = bytesMax
    }

    /// The first event that is here; ``end`` where none is.
    var start: LogPosition { frames.first?.position ?? end }

    /// Adds the next event, and forgets the oldest that are too many; the newest stays, however large.
    mutating func append(_ frame: EventFrame) {
        precondition(frame.position == end, "Event \(frame.position) does not follow: \(end) was expected.")
        frames.append(frame)
        bytes += frame.bytes
        end = frame.position.next
        while bytes > bytesMax, frames.count > 1, let oldest = frames.popFirst() { bytes -= oldest.bytes }
    }

    /// Forgets everything and goes on at `end`.
    mutating func reset(end: LogPosition) {
        frames = []
        bytes = 0
        self.end = end
    }

    /// The events from `position` on that pass, or nil where some of them are gone already.
    func batch(from position: LogPosition, filter: EventFilter, room: FrameBatch.Room) -> FrameBatch? {
        guard position >= start else { return nil }
        var batch = FrameBatch(from: position, room: room)
        guard position < end else { return batch }
        for frame in frames.suffix(Int(end.offset - position.offset)) {
            if batch.isFull { break }
            if filter.passes(frame.name, frame.article) { batch.add(frame) } else { batch.skip(frame.position) }
        }
        return batch
    }

    /// How many bytes are held.
    var heldBytes: Int { bytes }
}
