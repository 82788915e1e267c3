import AsyncHTTPClient
import Glibc
import NIOCore

/// Puts in words why a connection to the daemon's socket failed.
enum ConnectionTrouble {
    static func error(_ error: any Error, socket: String) -> DaemonError {
        if let failure = error as? IOError { return unreachable(socket, errno: failure.errnoCode) }
        if let failure = error as? HTTPClientError { return unreachable(socket, failure) }
        return .unreachable(socket: socket, reason: "the connection broke (\(error))", advice: checkStatus)
    }

    private static let checkStatus = "See 'systemctl status pledged'."

    private static func unreachable(_ socket: String, errno code: CInt) -> DaemonError {
        let (reason, advice) =
            switch code {
            case ENOENT: ("there is no such socket", "Start the daemon, or name its socket by --socket.")
            case ECONNREFUSED: ("nobody listens there", "Start the daemon: the socket is left from an earlier run.")
            case EACCES, EPERM:
                (
                    "you may not",
                    "Join the group that owns the socket, then log in again; the admin socket takes root and the daemon's "
                        + "user alone."
                )
            case ENOTSOCK: ("it is not a socket", "Name the daemon's socket by --socket.")
            case EPIPE, ECONNRESET: ("the connection broke", checkStatus)
            default: ("error \(code) of the system", checkStatus)
            }
        return .unreachable(socket: socket, reason: reason, advice: advice)
    }

    private static func unreachable(_ socket: String, _ error: HTTPClientError) -> DaemonError {
        switch error {
        case .connectTimeout: .unreachable(socket: socket, reason: "it does not accept", advice: checkStatus)
        case .readTimeout, .deadlineExceeded:
            .unreachable(socket: socket, reason: "it has fallen silent", advice: checkStatus)
        case .remoteConnectionClosed:
            .unreachable(socket: socket, reason: "it closed the connection", advice: checkStatus)
        default: .unreachable(socket: socket, reason: "\(error)", advice: checkStatus)
        }
    }
}
