import Glibc
import SystemPackage

/// The name of a listening socket in the file system.
struct SocketFile: Sendable {
    let path: String
    /// Device and inode: a file of another daemon at the same path differs in them.
    private let identity: FileIdentity

    /// What is added to the path while the socket is made.
    private static let suffix = ".new"

    static func checkLength(of path: String) throws(ListeningSocketError) {
        let bytesMax = SocketCalls.pathBytesMax - suffix.utf8.count
        guard path.utf8.count <= bytesMax else {
            let limit = "and the system takes \(bytesMax) at the most. Choose a shorter one."
            throw ListeningSocketError(.pathTooLong, "The socket path '\(path)' has \(path.utf8.count) bytes, \(limit)")
        }
        guard !path.isEmpty, !path.utf8.contains(0) else {
            throw ListeningSocketError(.refused, "The socket path is empty or holds a zero byte. Choose another.")
        }
    }

    /// Makes sure that a socket may be put at `path`: nothing lies there, or a socket on which nobody listens.
    static func checkPlace(_ path: String) throws(ListeningSocketError) {
        guard let existing = try FileIdentity(path: path) else { return }
        guard existing.isSocket else {
            let message = "Something that is no socket lies at '\(path)'. Move it away, or choose another socket path."
            throw ListeningSocketError(.notASocket, message)
        }
        guard try !SocketCalls.isServed(path) else {
            let message = "Another program listens at '\(path)'. Stop it, or choose another socket path."
            throw ListeningSocketError(.inUse, message)
        }
    }

    static func listen(
        at path: String,
        group: UInt32?,
        mode: UInt32
    ) throws(ListeningSocketError) -> (descriptor: Int32, file: SocketFile) {
        let temporary = path + suffix
        try removeLeftover(temporary)
        let descriptor = try SocketCalls.bind(to: temporary)
        do throws(ListeningSocketError) {
            if let group { try SocketCalls.give(temporary, toGroup: group) }
            try SocketCalls.change(temporary, toMode: mode)
            try SocketCalls.listen(descriptor, at: path)
            try SocketCalls.rename(temporary, to: path)
            guard let identity = try FileIdentity(path: path) else {
                throw ListeningSocketError(.refused, "The socket '\(path)' vanished while it was made. Start again.")
            }
            return (descriptor, SocketFile(path: path, identity: identity))
        } catch {
            _ = Glibc.close(descriptor)
            _ = unsafe Glibc.unlink(temporary)
            throw error
        }
    }

    /// Removes the file, unless another daemon has put its own there.
    ///
    /// - Throws: ``ListeningSocketError`` where that fails; the next daemon then replaces the file.
    func remove() throws(ListeningSocketError) {
        guard try FileIdentity(path: path) == identity else { return }
        try Self.unlink(path)
    }

    /// Removes what a daemon left that died between bind and rename; we hold the lock, so nobody uses it.
    private static func removeLeftover(_ temporary: String) throws(ListeningSocketError) {
        guard let existing = try FileIdentity(path: temporary) else { return }
        guard existing.isSocket else {
            let message = "Something that is no socket lies at '\(temporary)', where the socket is made. Move it away."
            throw ListeningSocketError(.notASocket, message)
        }
        try unlink(temporary)
    }

    private static func unlink(_ path: String) throws(ListeningSocketError) {
        guard unsafe Glibc.unlink(path) == 0 else {
            let errno = Errno(rawValue: Glibc.errno)
            throw ListeningSocketError(.refused, "Cannot remove the socket '\(path)': \(errno).", errno: errno)
        }
    }
}
