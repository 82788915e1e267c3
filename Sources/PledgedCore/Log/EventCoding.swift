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
}

extension Event: Codable {
    private enum CodingKeys: String, CodingKey {
        case type, data
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try self.init(named: container.decode(Name.self, forKey: .type), in: container, forKey: .data)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .type)
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
        }
    }
}
