import PledgedCore

/// Some events in order that passed a filter, and how far the search for them went.
struct FrameBatch: Sendable {
    private(set) var frames: [EventFrame] = []
    /// The first position that was not looked at.
    private(set) var next: LogPosition
    private var room: Room

    /// How much a batch may hold; it holds one event however large.
    struct Room: Hashable, Sendable {
        var count: Int
        var bytes: Int
    }

    init(from position: LogPosition, room: Room) {
        next = position
        self.room = room
    }

    var isFull: Bool { !frames.isEmpty && (room.count <= 0 || room.bytes <= 0) }

    mutating func add(_ frame: EventFrame) {
        frames.append(frame)
        room.count -= 1
        room.bytes -= frame.bytes
        next = frame.position.next
    }

    /// Goes past an event that is not wanted.
    mutating func skip(_ position: LogPosition) { next = position.next }
}
