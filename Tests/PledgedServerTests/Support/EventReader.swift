import AsyncHTTPClient
import Foundation
import NIOCore
import PledgedAPI
import PledgedCore

/// Reads a stream piece by piece.
final class EventReader {
    private var iterator: HTTPClientResponse.Body.AsyncIterator
    private let separator: String
    private var buffered = ByteBuffer()
    /// Bytes that came so far.
    private(set) var bytes = 0

    init(_ body: HTTPClientResponse.Body, separator: String) {
        iterator = body.makeAsyncIterator()
        self.separator = separator
    }

    /// The next line of JSON, or the next block of Server-Sent Events; nil at the end.
    func next() async throws -> String? {
        while true {
            if let piece = takePiece() { return piece }
            guard let more = try await iterator.next(isolation: #isolation) else { return nil }
            bytes += more.readableBytes
            buffered.writeImmutableBuffer(more)
        }
    }

    private func takePiece() -> String? {
        let view = buffered.readableBytesView
        guard let range = view.firstRange(of: Array(separator.utf8)) else { return nil }
        let piece = buffered.readString(length: range.lowerBound - view.startIndex)
        buffered.moveReaderIndex(forwardBy: separator.utf8.count)
        buffered.discardReadBytes()
        return piece
    }

    /// The next event or mark; comments are passed over.
    func nextItem() async throws -> StreamItem? {
        while let piece = try await next() {
            let lines = piece.split(separator: "\n")
            guard
                let data = separator == "\n"
                    ? lines.first : lines.first(where: { $0.hasPrefix("data: ") })?.dropFirst(6)
            else { continue }
            return try EventCoding.decode(StreamItem.self, from: Data(data.utf8))
        }
        return nil
    }

    /// The offsets of the next events, marks passed over.
    func offsets(_ count: Int) async throws -> [UInt64] {
        var offsets: [UInt64] = []
        while offsets.count < count, let item = try await nextItem() {
            if case .event(let event) = item { offsets.append(event.position.offset) }
        }
        return offsets
    }

    /// Everything to the end.
    func rest() async throws -> [StreamItem] {
        var items: [StreamItem] = []
        while let item = try await nextItem() { items.append(item) }
        return items
    }
}
