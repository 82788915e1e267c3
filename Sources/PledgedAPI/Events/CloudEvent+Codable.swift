import PledgedCore

extension CloudEvent: Codable {
    enum CodingKeys: String, CodingKey {
        case specversion, id, sequence, source, type, subject, time, recordedtime, datacontenttype, data
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try Self.checkVersion(in: container)
        source = try container.decode(String.self, forKey: .source)
        recorded = RecordedEvent(
            position: try Self.position(in: container, forKey: .id),
            recorded: try container.decode(Timestamp.self, forKey: .recordedtime),
            article: try container.decodeIfPresent(ArticleID.self, forKey: .subject),
            event: try Self.event(named: Self.name(in: container), in: container)
        )
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode("1.0", forKey: .specversion)
        try container.encode(position.description, forKey: .id)
        try container.encode(position.description, forKey: .sequence)
        try container.encode(source, forKey: .source)
        try container.encode(type, forKey: .type)
        try container.encodeIfPresent(recorded.article, forKey: .subject)
        try container.encode(recorded.recorded, forKey: .time)
        try container.encode(recorded.recorded, forKey: .recordedtime)
        try container.encode("application/json", forKey: .datacontenttype)
        try encodeData(to: &container)
    }

    static func checkVersion(in container: KeyedDecodingContainer<CodingKeys>) throws {
        let version = try container.decode(String.self, forKey: .specversion)
        guard version == "1.0" else {
            let problem = "CloudEvents version '\(version)' is not 1.0, the only one this program reads."
            throw DecodingError.dataCorruptedError(forKey: .specversion, in: container, debugDescription: problem)
        }
    }

    static func position(
        in container: KeyedDecodingContainer<CodingKeys>,
        forKey key: CodingKeys
    ) throws -> LogPosition {
        let text = try container.decode(String.self, forKey: key)
        guard let position = LogPosition(parsing: text) else {
            let problem = "'\(text)' is not a position in the log."
            throw DecodingError.dataCorruptedError(forKey: key, in: container, debugDescription: problem)
        }
        return position
    }

    private static func name(in container: KeyedDecodingContainer<CodingKeys>) throws -> Event.Name {
        let type = try container.decode(String.self, forKey: .type)
        guard type.hasPrefix(typePrefix), let name = Event.Name(rawValue: String(type.dropFirst(typePrefix.count)))
        else {
            let problem = "This program knows no event of type '\(type)'. The server may be newer: update the client."
            throw DecodingError.dataCorruptedError(forKey: .type, in: container, debugDescription: problem)
        }
        return name
    }

    private static func event(
        named name: Event.Name,
        in container: KeyedDecodingContainer<CodingKeys>
    ) throws -> Event {
        switch name {
        case .articleReceived: .articleReceived(try container.decode(ArticleReceived.self, forKey: .data))
        case .actorNamed: .actorNamed(try container.decode(NamedActor.self, forKey: .data))
        case .pledgeStated: .pledgeStated(try container.decode(Pledge.self, forKey: .data))
        case .requestStated: .requestStated(try container.decode(Pledge.self, forKey: .data))
        case .happeningReported: .happeningReported(try container.decode(Happening.self, forKey: .data))
        case .articleRead: .articleRead(try container.decode(ArticleRead.self, forKey: .data))
        case .articleDuplicated: .articleDuplicated(try container.decode(ArticleDuplicated.self, forKey: .data))
        case .articleRejected: .articleRejected(try container.decode(ArticleRejected.self, forKey: .data))
        }
    }

    private func encodeData(to container: inout KeyedEncodingContainer<CodingKeys>) throws {
        switch recorded.event {
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
