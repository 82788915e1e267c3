import Foundation
import PledgedTesting

/// A client that follows the events until its daemon ends.
final class Subscriber {
    private let process = Process()
    private let path: String

    init(of daemon: DaemonProcess, to path: String) throws {
        self.path = path
        try Data().write(to: URL(fileURLWithPath: path))
        process.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
        process.arguments = [
            "-sN", "--unix-socket", daemon.socket, "-H", "Accept: application/x-ndjson", "http://localhost/events",
        ]
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try process.run()
    }

    deinit { process.terminate() }

    /// What it has been told, but for the marks between events, and a line that is not whole.
    func lines() throws -> [String] {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
            .filter {
                !$0.isEmpty && !$0.contains("\"type\":\"pledged.caught-up\"") && !$0.contains("pledged.position")
            }
    }
}
