public import PledgedCore

/// A recorded event as the outside sees it: CloudEvents 1.0.
///
/// `id` and `sequence` are the position (20 digits, so that text order is log order), `subject` is the article's id,
/// `time` and `recordedtime` tell when the event was recorded (days that an article itself speaks of are in `data`),
/// and `data` is what the event holds.
public struct CloudEvent: Hashable, Sendable {
    /// What every event type begins with.
    public static let typePrefix = "pledged."
    public static let sourceDefault = "/pledged"

    /// A URI reference that names the log; `source` and `id` together name the event.
    public var source: String
    public var recorded: RecordedEvent

    public init(_ recorded: RecordedEvent, source: String = CloudEvent.sourceDefault) {
        self.recorded = recorded
        self.source = source
    }

    /// Such as `pledged.pledge.stated`.
    public var type: String { Self.typePrefix + recorded.event.name.rawValue }
    public var position: LogPosition { recorded.position }
}
