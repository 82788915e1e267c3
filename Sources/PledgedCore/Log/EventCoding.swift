public import FoundationEssentials

/// The one way in which events become JSON and come back: keys sorted, slashes plain, no white space, so that equal
/// events are equal bytes.
public enum EventCoding {
    public static func encode(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    public static func decode<Value: Decodable>(_ type: Value.Type, from json: Data) throws -> Value {
        try JSONDecoder().decode(type, from: json)
    }

    /// The events of an entry that is not in the very form that this version writes; what cannot be read is ``Event/unknown(_:)``.
    package static func events(_ json: ArraySlice<UInt8>) throws -> [Event] {
        try decode([AnyEvent].self, from: Data(json)).map { any in
            let data = try encode(any.data)
            return Upcasters.current.event(any.type, version: any.version ?? 1, data: [UInt8](data)[...])
        }
    }

    private struct AnyEvent: Decodable {
        let data: [String: JSONValue]
        let type: Event.Name
        let version: Int?
    }

    static func members(_ json: [UInt8]) throws -> [String: JSONValue] {
        try decode([String: JSONValue].self, from: Data(json))
    }

    static func event(_ name: Event.Name, _ members: [String: JSONValue]) throws -> Event {
        let json = try encode(["data": JSONValue.object(members), "type": .string(name.rawValue)])
        return try decode(Event.self, from: json)
    }
}

extension Event: Codable {
    private enum CodingKeys: String, CodingKey {
        case type, data, version
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(named: container.decode(Name.self, forKey: .type), in: container, forKey: .data)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .type)
        if name.version > 1 { try container.encode(name.version, forKey: .version) }
        try encodeData(to: &container, forKey: .data)
    }

    /// Reads what an event called `name` holds.
    ///
    /// - Throws: `DecodingError` where `key` holds something else.
    public init<Key>(named name: Name, in container: KeyedDecodingContainer<Key>, forKey key: Key) throws {
        switch name {
        case .articleReceived: self = .articleReceived(try container.decode(ArticleReceived.self, forKey: key))
        case .actorNamed: self = .actorNamed(try container.decode(NamedActor.self, forKey: key))
        case .pledgeStated: self = .pledgeStated(try container.decode(Pledge.self, forKey: key))
        case .requestStated: self = .requestStated(try container.decode(Pledge.self, forKey: key))
        case .happeningReported: self = .happeningReported(try container.decode(Happening.self, forKey: key))
        case .articleRead: self = .articleRead(try container.decode(ArticleRead.self, forKey: key))
        case .articleDuplicated: self = .articleDuplicated(try container.decode(ArticleDuplicated.self, forKey: key))
        case .articleRejected: self = .articleRejected(try container.decode(ArticleRejected.self, forKey: key))
        case .pledgeResolved, .pledgeReopened, .pledgeDismissed, .pledgesLinked, .pledgesUnlinked, .actorsMerged,
            .actorRenamed, .actorsSeparated:
            self = .decided(try Decision(named: name, in: container, forKey: key))
        case .articleRedacted: self = .articleRedacted(try container.decode(ArticleRedacted.self, forKey: key))
        default:
            let problem = "This version of pledged knows no event '\(name.rawValue)'."
            throw DecodingError.dataCorruptedError(forKey: key, in: container, debugDescription: problem)
        }
    }

    /// Writes what the event holds, without its name.
    ///
    /// - Throws: What the encoder throws.
    public func encodeData<Key>(to container: inout KeyedEncodingContainer<Key>, forKey key: Key) throws {
        switch self {
        case .articleReceived(let data): try container.encode(data, forKey: key)
        case .actorNamed(let data): try container.encode(data, forKey: key)
        case .pledgeStated(let data), .requestStated(let data): try container.encode(data, forKey: key)
        case .happeningReported(let data): try container.encode(data, forKey: key)
        case .articleRead(let data): try container.encode(data, forKey: key)
        case .articleDuplicated(let data): try container.encode(data, forKey: key)
        case .articleRejected(let data): try container.encode(data, forKey: key)
        case .decided(let data): try container.encode(data, forKey: key)
        case .articleRedacted(let data): try container.encode(data, forKey: key)
        case .unknown(let event): throw event.notWritable
        }
    }
}

extension UnknownEvent {
    /// What cannot be read cannot be written either.
    var notWritable: EncodingError {
        let problem = "The event '\(name.rawValue)' is not known to this version of pledged: \(reason)."
        return .invalidValue(self, EncodingError.Context(codingPath: [], debugDescription: problem))
    }
}
