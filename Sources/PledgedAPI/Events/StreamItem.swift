public import PledgedCore

/// One object of a stream of events: one line of `application/x-ndjson`, or one `data` of `text/event-stream`.
public enum StreamItem: Hashable, Sendable {
    case event(CloudEvent)
    case mark(StreamMark)

    /// What a reader that comes back gives as `after` once it has this; nil for a mark in an empty log.
    public var position: LogPosition? {
        switch self {
        case .event(let event): event.position
        case .mark(let mark): mark.position
        }
    }
}

extension StreamItem: Codable {
    public init(from decoder: any Decoder) throws {
        let type = try decoder.container(keyedBy: CloudEvent.CodingKeys.self).decode(String.self, forKey: .type)
        let isMark = StreamMark.Kind.allCases.contains { CloudEvent.typePrefix + $0.rawValue == type }
        self = isMark ? .mark(try StreamMark(from: decoder)) : .event(try CloudEvent(from: decoder))
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .event(let event): try event.encode(to: encoder)
        case .mark(let mark): try mark.encode(to: encoder)
        }
    }
}
