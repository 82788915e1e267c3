import ArgumentParser
import FoundationEssentials

/// Where the daemon is.
struct DaemonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The daemon's socket (default: $PLEDGED_SOCKET, else \(SocketPath.standard)).",
            valueName: "path"
        ),
        completion: .file()
    ) var socket: String?

    /// Connects for as long as `body` runs.
    ///
    /// - Throws: ``Failure``.
    func connected<Result>(
        silenceMax: Duration? = .seconds(60),
        _ body: (DaemonClient) async throws -> Result
    ) async throws -> Result {
        let path = try SocketPath.resolve(socket, environment: ProcessInfo.processInfo.environment)
        return try await DaemonClient.connected(to: path, silenceMax: silenceMax, body)
    }
}
