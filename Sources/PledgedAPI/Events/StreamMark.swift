public import PledgedCore

/// A line in a stream of events that is no event of the log: it says how far the stream has come.
///
/// A CloudEvents object like the events, without `data`. Its `sequence`, like theirs, is what a reader that comes back
/// gives as `after`.
public struct StreamMark: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// Everything that was in the log has been sent, what follows is live; once in a stream.
        case caughtUp = "caught-up"
        /// Nothing up to here passed the filter.
        case position
    }

    public var kind: Kind
    /// The last position that the stream has passed; nil where the log is empty.
    public var position: LogPosition?
    /// As in ``CloudEvent/source``.
    public var source: String

    public init(_ kind: Kind, position: LogPosition?, source: String = CloudEvent.sourceDefault) {
        self.kind = kind
        self.position = position
        self.source = source
    }

    /// `pledged.caught-up` or `pledged.position`.
    public var type: String { CloudEvent.typePrefix + kind.rawValue }
}

extension StreamMark: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CloudEvent.CodingKeys.self)
        try CloudEvent.checkVersion(in: container)
        source = try container.decode(String.self, forKey: .source)
        let type = try container.decode(String.self, forKey: .type)
        guard let kind = Kind.allCases.first(where: { CloudEvent.typePrefix + $0.rawValue == type }) else {
            let problem = "'\(type)' is not a mark in a stream."
            throw DecodingError.dataCorruptedError(forKey: .type, in: container, debugDescription: problem)
        }
        self.kind = kind
        position =
            container.contains(.sequence) ? try CloudEvent.position(in: container, forKey: .sequence) : nil
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CloudEvent.CodingKeys.self)
        try container.encode("1.0", forKey: .specversion)
        // Other than any event's id, so that source and id stay unique, as CloudEvents demands.
        try container.encode("\(kind.rawValue)-\(position?.description ?? "start")", forKey: .id)
        try container.encodeIfPresent(position?.description, forKey: .sequence)
        try container.encode(source, forKey: .source)
        try container.encode(type, forKey: .type)
    }
}
