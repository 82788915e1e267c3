/// The socket on which decisions are taken, and who carries them out.
public struct AdminSocket: Sendable {
    /// The mode of the socket's file: for its owner alone.
    public static let mode: UInt32 = 0o600

    let socket: ListeningSocket
    let administration: any Administration

    /// - Parameters:
    ///   - socket: Open to the daemon's user alone; see ``mode``.
    ///   - administration: Carries out what is asked for.
    public init(socket: ListeningSocket, administration: any Administration) {
        self.socket = socket
        self.administration = administration
    }
}
