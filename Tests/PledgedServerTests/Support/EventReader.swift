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
    /// Bytes of the buffer that hold no separator.
    private var searched = 0
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
            buffered.discardReadBytes()
            buffered.writeImmutableBuffer(more)
        }
    }

    private func takePiece() -> String? {
        let separator = Array(separator.utf8)
        let length = unsafe buffered.withUnsafeReadableBytes {
            unsafe ByteSearch.find(separator, in: $0, from: searched)
        }
        guard let length else {
            searched = max(0, buffered.readableBytes - separator.count + 1)
            return nil
        }
        searched = 0
        let piece = buffered.readString(length: length)
        buffered.moveReaderIndex(forwardBy: separator.count)
        return piece
    }

    /// The offsets of the next events, by their `sequence` alone: for many events.
    func sequences(_ count: Int) async throws -> [UInt64] {
        var offsets: [UInt64] = []
        let key = Array(#""sequence":""#.utf8)
        while offsets.count < count, let piece = try await next() {
            guard !piece.hasPrefix(":"), !piece.contains("pledged.caught-up") else { continue }
            var bytes = Array(piece.utf8)
            let found = unsafe bytes.withUnsafeBytes { unsafe ByteSearch.find(key, in: $0) }
            guard let found else { throw TestFailure("No sequence in \(piece.prefix(200))") }
            bytes.removeFirst(found + key.count)
            guard let offset = UInt64(String(decoding: bytes.prefix(20), as: UTF8.self)) else {
                throw TestFailure("No position in \(piece.prefix(200))")
            }
            offsets.append(offset)
        }
        return offsets
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
