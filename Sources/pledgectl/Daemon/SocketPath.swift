import FoundationEssentials

/// Where the daemon's socket is.
enum SocketPath {
    static let standard = "/run/pledged/pledged.sock"
    static let variable = "PLEDGED_SOCKET"
    /// What the kernel takes for a socket's path, in bytes.
    static let bytesMax = 107

    /// What was asked for by option, else by environment, else the usual place.
    static func resolve(_ option: String?, environment: [String: String]) throws(Failure) -> String {
        let path = option ?? environment[variable] ?? standard
        guard !path.isEmpty, path.utf8.count <= bytesMax else {
            throw Failure(
                .usage,
                "'\(PlainText.name(path))' cannot be a socket: its path must have 1 to \(bytesMax) bytes. "
                    + "Name another by --socket or \(variable)."
            )
        }
        return path
    }
}
