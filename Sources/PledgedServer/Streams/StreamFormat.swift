import NIOCore
import PledgedAPI
import PledgedCore

/// How events look on the wire of a stream.
enum StreamFormat: Sendable {
    case eventStream
    case ndjson

    /// Nil for a media type that is no stream.
    init?(_ type: MediaType) {
        switch type {
        case .eventStream: self = .eventStream
        case .ndjson: self = .ndjson
        case .batch, .json, .problem, .openMetrics: return nil
        }
    }

    func write(_ frame: EventFrame, into buffer: inout ByteBuffer) {
        if self == .eventStream {
            let type = CloudEvent.typePrefix + frame.name.rawValue
            buffer.writeString("id: \(frame.position)\nevent: \(type)\ndata: ")
        }
        buffer.writeImmutableBuffer(frame.json)
        buffer.writeString(self == .eventStream ? "\n\n" : "\n")
    }

    func write(_ mark: StreamMark, into buffer: inout ByteBuffer) throws {
        if self == .eventStream {
            let id = mark.position.map { "id: \($0)\n" } ?? ""
            buffer.writeString("\(id)event: \(mark.kind.rawValue)\ndata: ")
        }
        buffer.writeBytes(try EventCoding.encode(mark))
        buffer.writeString(self == .eventStream ? "\n\n" : "\n")
    }

    /// A line that says nothing but that the stream is there; lines of JSON have none, and get a mark.
    func writeKeepAlive(into buffer: inout ByteBuffer) -> Bool {
        guard self == .eventStream else { return false }
        buffer.writeString(": keep-alive\n\n")
        return true
    }
}
