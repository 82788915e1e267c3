import Glibc

/// A blocking connection to a Unix socket.
final class Connection {
    let descriptor: Int32
    private var buffer: [UInt8] = []

    init(path: String) throws {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else {
            let code = errno
            close(descriptor)
            throw BenchmarkError("Cannot connect to \(path): \(code)")
        }
    }

    deinit { close(descriptor) }

    func send(_ text: String) throws {
        let bytes = Array(text.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count else {
            throw BenchmarkError("Cannot write: \(errno)")
        }
    }

    /// Subscribes to what comes after `position`, live.
    func subscribe(query: String) throws {
        try send("GET /events?\(query) HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
    }

    /// What has arrived, at most 64 KB, empty at the end; waits for something.
    func read() throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw BenchmarkError("Cannot read: \(errno)") }
        return Array(bytes[..<count])
    }

    func readAll() throws -> String {
        var all: [UInt8] = []
        while true {
            let bytes = try read()
            if bytes.isEmpty { return String(decoding: all, as: UTF8.self) }
            all += bytes
        }
    }

    /// Reads until `text` has come by; what lies behind it is kept for the next call.
    func read(until text: String) throws {
        let wanted = Array(text.utf8)
        while true {
            if let end = buffer.firstEnd(of: wanted) {
                buffer.removeFirst(end)
                return
            }
            if buffer.count > wanted.count { buffer.removeFirst(buffer.count - wanted.count) }
            let bytes = try read()
            guard !bytes.isEmpty else { throw BenchmarkError("The stream ended before '\(text)'.") }
            buffer += bytes
        }
    }
}

extension [UInt8] {
    /// Where the first occurrence of `other` ends.
    func firstEnd(of other: [UInt8]) -> Int? {
        guard let first = other.first, count >= other.count else { return nil }
        var start = 0
        while let found = self[start...].firstIndex(of: first), found + other.count <= count {
            if self[found..<(found + other.count)].elementsEqual(other) { return found + other.count }
            start = found + 1
        }
        return nil
    }
}
