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
            event: try Event(named: Self.name(in: container), in: container, forKey: .data)
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
        try recorded.event.encodeData(to: &container, forKey: .data)
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
}
