import HTTPTypes
import Hummingbird
import PledgedAPI

/// What is refused before anyone looks at it closely.
struct RequestLimits: Sendable {
    let targetBytesMax: Int
    let headerBytesMax: Int

    /// What the parser takes in at all; beyond it nobody can tell a long target from long headers.
    static func parserBytesMax(_ configuration: ServerConfiguration) -> Int {
        4 * (configuration.targetBytesMax + configuration.headerBytesMax)
    }

    /// - Throws: ``Problem``; after one the rest of the request may lie in the connection, so it is to be closed.
    func check(_ head: HTTPRequest) throws(Problem) {
        let targetBytes = (head.path ?? "").utf8.count
        guard targetBytes <= targetBytesMax else {
            let size = "The target has \(targetBytes) bytes, and \(targetBytesMax) are allowed."
            throw Problem(.targetTooLong, "\(size) Shorten path and query.")
        }
        let headerBytes = head.headerFields.reduce(0) { $0 + $1.name.rawName.utf8.count + $1.value.utf8.count + 4 }
        guard headerBytes <= headerBytesMax else {
            let size = "The headers have \(headerBytes) bytes, and \(headerBytesMax) are allowed."
            throw Problem(.headerTooLarge, "\(size) Send fewer, or shorter ones.")
        }
        guard !hasContent(head) else {
            throw Problem(.contentTooLarge, "No route here takes content. Send the request without a body.")
        }
    }

    private func hasContent(_ head: HTTPRequest) -> Bool {
        if head.headerFields[.transferEncoding] != nil { return true }
        return head.headerFields[.contentLength].map { $0 != "0" } ?? false
    }
}
