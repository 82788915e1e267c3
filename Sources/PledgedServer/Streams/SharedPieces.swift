import PledgedCore

/// The last piece of each format that went to a reader who wants everything, for the next one who is at the same place.
///
/// A crowd of live readers writes the same bytes: held once, they take the memory of one.
struct SharedPieces: Sendable {
    private struct Shared: Sendable {
        let position: LogPosition
        let room: FrameBatch.Room
        let piece: StreamPiece
    }

    private var pieces: [StreamFormat: Shared] = [:]

    /// The piece from `position` on that was kept, where it was made for the same room.
    ///
    /// What the log holds does not change, so that it is right however old it is.
    func piece(from position: LogPosition, format: StreamFormat, room: FrameBatch.Room) -> StreamPiece? {
        guard let shared = pieces[format], shared.position == position, shared.room == room else { return nil }
        return shared.piece
    }

    /// Keeps a piece in place of the one before it; an empty one is not worth it.
    mutating func keep(_ piece: StreamPiece, from position: LogPosition, format: StreamFormat, room: FrameBatch.Room) {
        guard piece.count > 0 else { return }
        pieces[format] = Shared(position: position, room: room, piece: piece)
    }

    mutating func removeAll() { pieces = [:] }
}
