public import SystemPackage

/// Why the daemon cannot listen, and what to do about it.
public struct ListeningSocketError: Error, Sendable {
    public enum Code: Hashable, Sendable {
        /// The path does not fit into the address of a Unix socket.
        case pathTooLong
        /// The folder that the socket would lie in is not there.
        case folderMissing
        /// Something other than a socket lies at the path.
        case notASocket
        /// Another daemon serves this path.
        case inUse
        case noSuchGroup
        /// The descriptor that was handed over is no listening Unix stream socket.
        case notListening
        /// The operating system refused; see ``ListeningSocketError/errno``.
        case refused
    }

    public let code: Code
    /// What happened, to what, and what to do about it.
    public let message: String
    public let errno: Errno?

    init(_ code: Code, _ message: String, errno: Errno? = nil) {
        self.code = code
        self.message = message
        self.errno = errno
    }
}

extension ListeningSocketError: CustomStringConvertible {
    public var description: String { message }
}
