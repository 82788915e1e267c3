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
    /// What the mark says, nil for an event.
    let mark: StreamMark.Kind?

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
        mark = StreamMark.Kind.allCases.first { CloudEvent.typePrefix + $0.rawValue == head.type }
        if mark == nil, position == nil {
            let context = DecodingError.Context(codingPath: [], debugDescription: "An event has no position: \(json)")
            throw DecodingError.dataCorrupted(context)
        }
    }

    /// The event in full; nil for a mark, and for a type that this program does not know.
    func event() throws -> CloudEvent? {
        let isKnown = Event.Name.allCases.contains { CloudEvent.typePrefix + $0.rawValue == type }
        return isKnown ? try JSONDecoder().decode(CloudEvent.self, from: Data(json.utf8)) : nil
    }
}
