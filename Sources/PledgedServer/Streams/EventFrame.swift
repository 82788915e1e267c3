import NIOCore
import PledgedAPI
import PledgedCore

/// An event as it goes over the socket, encoded once for all who get it.
struct EventFrame: Sendable {
    let position: LogPosition
    let name: Event.Name
    let article: ArticleID?
    /// The CloudEvent.
    let json: ByteBuffer

    init(_ recorded: RecordedEvent, source: String) throws {
        position = recorded.position
        name = recorded.event.name
        article = recorded.article
        json = ByteBuffer(bytes: try EventCoding.encode(CloudEvent(recorded, source: source)))
    }

    /// What it counts for where bytes are bounded: its content, and about what its frame costs.
    var bytes: Int { json.readableBytes + 128 }
}
