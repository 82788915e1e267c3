import NIOCore
import PledgedAPI
import PledgedCore
import PledgedLog

/// An event as it goes over the socket: the log's JSON in the frame of a CloudEvent, made once for all who get it.
struct EventFrame: Sendable {
    let position: LogPosition
    let name: Event.Name
    let article: ArticleID?
    /// The CloudEvent.
    let json: ByteBuffer

    init(_ stored: StoredEvent, source: String) {
        position = stored.position
        name = stored.name
        article = stored.article
        let json = CloudEvent.json(
            position: stored.position,
            recorded: stored.recorded,
            article: stored.article,
            name: stored.name,
            data: stored.data,
            source: source
        )
        self.json = ByteBuffer(bytes: json)
    }

    /// What it counts for where bytes are bounded: its content, and about what its frame costs.
    var bytes: Int { json.readableBytes + 128 }
}
