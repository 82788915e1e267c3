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
        switch try container.decode(Name.self, forKey: .type) {
        case .articleReceived: self = .articleReceived(try container.decode(ArticleReceived.self, forKey: .data))
        case .actorNamed: self = .actorNamed(try container.decode(NamedActor.self, forKey: .data))
        case .pledgeStated: self = .pledgeStated(try container.decode(Pledge.self, forKey: .data))
        case .requestStated: self = .requestStated(try container.decode(Pledge.self, forKey: .data))
        case .happeningReported: self = .happeningReported(try container.decode(Happening.self, forKey: .data))
        case .articleRead: self = .articleRead(try container.decode(ArticleRead.self, forKey: .data))
        case .articleDuplicated: self = .articleDuplicated(try container.decode(ArticleDuplicated.self, forKey: .data))
        case .articleRejected: self = .articleRejected(try container.decode(ArticleRejected.self, forKey: .data))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .type)
        try encodeData(to: &container)
    }

    private func encodeData(to container: inout KeyedEncodingContainer<CodingKeys>) throws {
        switch self {
        case .articleReceived(let data): try container.encode(data, forKey: .data)
        case .actorNamed(let data): try container.encode(data, forKey: .data)
        case .pledgeStated(let data), .requestStated(let data): try container.encode(data, forKey: .data)
        case .happeningReported(let data): try container.encode(data, forKey: .data)
        case .articleRead(let data): try container.encode(data, forKey: .data)
        case .articleDuplicated(let data): try container.encode(data, forKey: .data)
        case .articleRejected(let data): try container.encode(data, forKey: .data)
        }
    }
}
