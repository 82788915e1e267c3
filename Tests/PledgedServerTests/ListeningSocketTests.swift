import Foundation
import Glibc
import PledgedServer
import PledgedTesting
import Testing

struct ListeningSocketTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func error(path: String, group: String? = nil) throws -> ListeningSocketError {
        let error = #expect(throws: ListeningSocketError.self) { try ListeningSocket.own(path: path, group: group) }
        return try #require(error)
    }

    @Test func `the socket is for its group, and gone when closed`() throws {
        let path = folder.path("s")
        let socket = try ListeningSocket.own(path: path, group: "\(getgid())")
        var status = stat()
        #expect(unsafe stat(path, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o660)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["s", "s.lock"])
        try socket.close()
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func `a second daemon is refused, and the first goes on`() throws {
        let path = folder.path("s")
        let socket = try ListeningSocket.own(path: path)
        let error = try error(path: path)
        #expect(error.code == .inUse)
        #expect(error.message.contains("process id \(getpid())"))
        _ = try RawClient(path)
        try socket.close()
        try ListeningSocket.own(path: path).close()
    }

    @Test func `another program that listens there is let be`() throws {
        let path = folder.path("s")
        let other = try ListeningSocket.own(path: path)
        // As if its lock file were lost.
        try FileManager.default.removeItem(atPath: "\(path).lock")
        #expect(try error(path: path).code == .inUse)
        _ = try RawClient(path)
        try other.close()
    }

    @Test func `what a dead daemon left is replaced`() throws {
        let path = folder.path("s")
        for name in ["s", "s.new"] { try leaveSocket(folder.path(name)) }
        let socket = try ListeningSocket.own(path: path)
        _ = try RawClient(path)
        try socket.close()
    }

    @Test func `a socket that another daemon put there is not removed`() throws {
        let path = folder.path("s")
        let socket = try ListeningSocket.own(path: path)
        try FileManager.default.removeItem(atPath: path)
        try leaveSocket(path)
        try socket.close()
        #expect(FileManager.default.fileExists(atPath: path))
    }

    @Test(arguments: ["s", "s.new"])
    func `a file that is no socket is left alone`(name: String) throws {
        try folder.file(name, "precious")
        let error = try error(path: folder.path("s"))
        #expect(error.code == .notASocket)
        #expect(error.message.contains(folder.path(name)))
        #expect(try String(contentsOfFile: folder.path(name), encoding: .utf8) == "precious")
    }

    @Test func `what cannot be is said in words`() throws {
        let long = folder.path(String(repeating: "x", count: 100))
        #expect(try error(path: long).code == .pathTooLong)
        let missing = try error(path: folder.path("no/s"))
        #expect(missing.code == .folderMissing)
        #expect(missing.message.contains(folder.path("no/s")))
        let group = try error(path: folder.path("s"), group: "no-such-group")
        #expect(group.code == .noSuchGroup)
        #expect(group.message.contains("groupadd --system no-such-group"))
        #expect(try error(path: "").code == .refused)
    }

    @Test func `a descriptor that is handed over must listen`() throws {
        let path = folder.path("s")
        let socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        for descriptor in [socket, 0, 9999] as [Int32] {
            let error = #expect(throws: ListeningSocketError.self) {
                try ListeningSocket.inherited(descriptor: descriptor)
            }
            #expect(error?.code == .notListening)
        }
        try bind(socket, path)
        #expect(listen(socket, 5) == 0)
        #expect(try ListeningSocket.inherited(descriptor: socket).path == nil)
    }

    private func leaveSocket(_ path: String) throws {
        let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        try bind(descriptor, path)
        close(descriptor)
    }

    private func bind(_ descriptor: Int32, _ path: String) throws {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let result = unsafe withUnsafePointer(to: address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe Glibc.bind(descriptor, $0, size) }
        }
        guard result == 0 else { throw TestFailure("Cannot bind \(path): \(errno)") }
    }
}
