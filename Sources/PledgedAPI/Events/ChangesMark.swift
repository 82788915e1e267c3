public import PledgedCore

/// What a stream of changes holds once besides changes: everything that was there has been sent, what follows is live.
public struct ChangesMark: Hashable, Codable, Sendable {
    /// The name of the event in `text/event-stream`.
    public static let name = "caught-up"

    /// Where the stream is: give it as `after`.
    public var cursor: ChangeCursor

    public init(cursor: ChangeCursor) { self.cursor = cursor }
}
