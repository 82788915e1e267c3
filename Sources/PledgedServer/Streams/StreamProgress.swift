import PledgedAPI
import PledgedCore

/// How far a stream has come, and which marks it owes its reader; decides, and does nothing.
struct StreamProgress: Sendable {
    /// The first position that the stream has not looked at.
    private(set) var next: LogPosition
    /// The last position that the reader can name; nil where it has none.
    private var told: LogPosition?
    /// Events still to send; nil for no end.
    private var remaining: Int?
    private var isCaughtUp = false
    private let isLive: Bool
    private let markEvery: UInt64
    /// Where the log ended when the stream began.
    private let replayEnd: LogPosition

    init(_ request: EventsRequest, replayEnd: LogPosition, markEvery: Int) {
        next = request.after?.next ?? .start
        told = request.after
        remaining = request.limit
        isLive = request.live ?? true
        self.markEvery = UInt64(markEvery)
        self.replayEnd = replayEnd
    }

    /// Whether nothing more will be sent.
    var isFinished: Bool { remaining == 0 || (isCaughtUp && !isLive) }

    /// The most events that may be sent; nil for no end.
    var countMax: Int? { remaining }

    /// Goes past a piece that is being sent.
    mutating func pass(_ piece: StreamPiece) {
        next = piece.next
        if let last = piece.last { told = last }
        if let count = remaining { remaining = count - piece.count }
    }

    /// The mark that is due after a piece, where the reader has not heard for long how far the search went.
    mutating func positionMark() -> StreamMark.Kind? {
        let unheard = next.offset - (told?.next ?? .start).offset
        guard unheard >= markEvery else { return nil }
        told = last
        return .position
    }

    /// The mark that is due when the stream has reached `end`, the first time that it has all that was there before it.
    mutating func caughtUpMark(end: LogPosition) -> StreamMark.Kind? {
        guard !isCaughtUp, remaining != 0, next >= end, next >= replayEnd else { return nil }
        isCaughtUp = true
        told = last
        return .caughtUp
    }

    /// Whether a position is news to the reader, so that a silent stream says it in place of a mere sign of life.
    mutating func tellsPosition() -> Bool {
        defer { told = last }
        return told != last
    }

    /// The last position that the stream has passed; nil at the log's start.
    var last: LogPosition? { PositionHeader.last(before: next) }
}
