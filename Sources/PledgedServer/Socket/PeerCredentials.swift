import Glibc
import NIOCore

/// Who is at the other end of a Unix socket, as the kernel noted when they connected.
///
/// Three numbers of four bytes, laid out as C's `struct ucred`, which Glibc shows to GNU programs alone.
struct PeerCredentials: Hashable, Sendable {
    let process: Int32
    let user: UInt32
    let group: UInt32

    /// - Throws: ``ListeningSocketError`` where the connection is no socket of the system's, or what the system says.
    static func of(_ channel: any Channel) async throws -> PeerCredentials {
        guard let provider = channel as? any SocketOptionProvider else {
            throw ListeningSocketError(.refused, "The connection does not tell who is at its other end. Use a socket.")
        }
        return try await provider.unsafeGetSocketOption(
            level: .socket,
            name: NIOBSDSocket.Option(rawValue: SO_PEERCRED)
        ).get()
    }
}
