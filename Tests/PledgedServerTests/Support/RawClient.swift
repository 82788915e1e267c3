import Foundation
import Glibc

/// A client that sends any bytes, and reads only when told.
final class RawClient: Sendable {
    private let descriptor: Int32

    init(_ path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let result = unsafe withUnsafePointer(to: address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe connect(descriptor, $0, size) }
        }
        guard result == 0 else { throw TestFailure("Cannot connect to \(path): \(errno)") }
    }

    deinit { close(descriptor) }

    /// Sends what the server takes of `text`.
    func send(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = unsafe bytes.withUnsafeBytes {
                unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }

    func get(_ target: String, _ headers: String = "") {
        send("GET \(target) HTTP/1.1\r\nHost: x\r\n\(headers)\r\n")
    }

    /// Says that nothing more will be sent.
    func closeSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Reads until the server closes, or `text` has come.
    func read(until text: String? = nil) async -> String {
        await withCheckedContinuation { continuation in
            // A thread of its own: it may wait long, and the server's threads are in this process too.
            Thread.detachNewThread { continuation.resume(returning: self.readNow(until: text)) }
        }
    }

    private func readNow(until text: String?) -> String {
        let wanted = text.map { Array($0.utf8) }
        var all: [UInt8] = []
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe recv(descriptor, &bytes, bytes.count, 0)
            guard count > 0 else { break }
            let searchStart = max(0, all.count - (wanted?.count ?? 0))
            all += bytes.prefix(count)
            if let wanted, Self.holds(all, from: searchStart, wanted) { break }
        }
        return String(decoding: all, as: UTF8.self)
    }

    private static func holds(_ all: [UInt8], from start: Int, _ wanted: [UInt8]) -> Bool {
        unsafe all.withUnsafeBytes { unsafe ByteSearch.find(wanted, in: $0, from: start) != nil }
    }
}
