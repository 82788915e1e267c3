import Glibc
import SystemPackage

/// A Unix stream socket that listens: one of our own at a path, or one that systemd handed over.
///
/// Whoever makes one hands it to a ``ServerService``, which closes it, or calls ``close()``.
public struct ListeningSocket: Sendable {
    /// The listening descriptor; the server's channel owns it once it serves.
    let descriptor: Int32
    /// What an own socket leaves in the file system; nil for an inherited one, whose maker cleans up.
    private let file: SocketFile?
    private let lock: SocketLock?

    /// Connections that the kernel keeps waiting for us.
    static let backlog: Int32 = 4096

    /// Listens at `path`.
    ///
    /// The socket appears there whole: it is made beside its place, given `mode` and `group`, and moved over whatever
    /// socket a dead daemon left. A lock on `path.lock` keeps a second daemon out; the kernel lets go of it when we die.
    ///
    /// - Parameters:
    ///   - path: At most 103 bytes, for the name beside it must fit into a socket address as well.
    ///   - group: Name or number of the group that the socket is given to; nil leaves our own.
    ///   - mode: Who may connect, as write permission.
    /// - Returns: A socket that listens, and holds the lock.
    /// - Throws: ``ListeningSocketError``, in words for people.
    public static func own(
        path: String,
        group: String? = nil,
        mode: UInt32 = 0o660
    ) throws(ListeningSocketError) -> ListeningSocket {
        try SocketFile.checkLength(of: path)
        let groupID = try group.map { name throws(ListeningSocketError) in try SystemGroup.id(of: name) }
        let lock = try SocketLock(path: "\(path).lock", of: path)
        do throws(ListeningSocketError) {
            try SocketFile.checkPlace(path)
            let (descriptor, file) = try SocketFile.listen(at: path, group: groupID, mode: mode)
            return ListeningSocket(descriptor: descriptor, file: file, lock: lock)
        } catch {
            lock.release()
            throw error
        }
    }

    /// Takes over a descriptor, such as 3 from systemd's `LISTEN_FDS`.
    ///
    /// - Throws: ``ListeningSocketError`` with code `notListening` where it is no listening Unix stream socket.
    public static func inherited(descriptor: Int32) throws(ListeningSocketError) -> ListeningSocket {
        try SocketCalls.checkListening(descriptor)
        return ListeningSocket(descriptor: descriptor, file: nil, lock: nil)
    }

    /// The path of an own socket, nil for an inherited one.
    public var path: String? { file?.path }

    /// Closes a socket that no server was given.
    ///
    /// - Throws: ``ListeningSocketError`` where the file of an own socket cannot be removed.
    public func close() throws(ListeningSocketError) {
        _ = Glibc.close(descriptor)
        try cleanUp()
    }

    /// Removes the file of an own socket, where it is still ours, and lets go of the lock.
    func cleanUp() throws(ListeningSocketError) {
        defer { lock?.release() }
        try file?.remove()
    }
}
