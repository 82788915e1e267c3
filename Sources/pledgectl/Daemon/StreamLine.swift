import FoundationEssentials
import PledgedAPI
import PledgedCore

/// One line of the stream: an event, or a mark that says how far the stream has come.
///
/// Read no further than is needed to pass it on, so that events of a newer daemon pass as well.
struct StreamLine: Sendable {
    /// The JSON as the daemon sent it.
    let json: String
    /// Such as `pledged.pledge.stated`.
    let type: String
    /// Nil for a mark in an empty log.
    let position: LogPosition?
    /// What the line means for the one who follows.
    let signal: Reconnection.Signal

    private struct Head: Decodable {
        let type: String
        let sequence: String?
    }

    /// - Throws: `DecodingError` where `json` is no line of such a stream.
    init(_ json: String) throws {
        let head = try JSONDecoder().decode(Head.self, from: Data(json.utf8))
        self.json = json
        type = head.type
        position = head.sequence.flatMap { LogPosition(parsing: $0) }
        signal = try Self.signal(type, position, json)
    }

    private static func signal(
        _ type: String,
        _ position: LogPosition?,
        _ json: String
    ) throws -> Reconnection.Signal {
        switch StreamMark.Kind.allCases.first(where: { CloudEvent.typePrefix + $0.rawValue == type }) {
        case .caughtUp: return .caughtUp(position)
        case .position: return .passed(position)
        case nil: break
        }
        guard let position else {
            let context = DecodingError.Context(codingPath: [], debugDescription: "An event has no position: \(json)")
            throw DecodingError.dataCorrupted(context)
        }
        return .event(position)
    }

    /// The event in full; nil for a mark, and for a type that this program does not know.
    func event() throws -> CloudEvent? {
        let isKnown = Event.Name.allCases.contains { CloudEvent.typePrefix + $0.rawValue == type }
        return isKnown ? try JSONDecoder().decode(CloudEvent.self, from: Data(json.utf8)) : nil
    }
}
