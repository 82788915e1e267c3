import Foundation
import PledgedTesting
import Testing

/// The real daemon on a scratch folder, with what a user has to look at it: `curl`, `pledgectl`, the files.
final class DaemonProcess {
    let folder: TemporaryFolder
    let dropFolder: String
    let outcomesFolder: String
    let socket: String
    private let process = Process()
    private let errorLog: String

    /// Starts the daemon; `waitUntilReady()` waits for it.
    ///
    /// - Parameters:
    ///   - folder: Holds everything; pass the folder of an earlier daemon to start it again.
    ///   - flags: Further flags, each with its value.
    ///   - wrapper: A command to run the daemon by, its path and flags following.
    ///   - clock: Is the daemon's, instead of the machine's.
    /// - Throws: Where the daemon or its folders cannot be made.
    init(
        in folder: TemporaryFolder,
        flags: [String] = [],
        wrapper: [String] = [],
        clock: MovableClock? = nil
    ) throws {
        self.folder = folder
        dropFolder = try folder.folder("drop")
        outcomesFolder = try folder.folder("state") + "/outcomes"
        socket = folder.path("pledged.sock")
        errorLog = folder.path("daemon.log")
        if !FileManager.default.fileExists(atPath: errorLog) { try folder.file("daemon.log", "") }
        let state = folder.path("state")
        let settings =
            [
                "--drop-folder", dropFolder, "--drop-outcomes", outcomesFolder,
                "--log-folder", "\(state)/log", "--views-file", "\(state)/views.sqlite", "--socket-path", socket,
                "--drop-settle-milliseconds", "50", "--drop-rescan-seconds", "2",
            ] + flags
        process.environment = ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "SWIFT_BACKTRACE": "enable=no"]
        var command = wrapper + [Program.path("pledged")]
        if let clock {
            // The library that moves it changes the environment, and Swift finds no arguments any more after that.
            process.environment?.merge(clock.environment) { $1 }
            process.environment?.merge(Self.environment(settings)) { $1 }
        } else {
            command += settings
        }
        let executable = command[0].hasPrefix("/") ? command[0] : "/usr/bin/\(command[0])"
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = Array(command.dropFirst())
        process.standardInput = FileHandle.nullDevice
        let log = try FileHandle(forWritingTo: URL(fileURLWithPath: errorLog))
        try log.seekToEnd()
        process.standardError = log
        process.standardOutput = log
        try process.run()
    }

    /// What says the same as these flags: `PLEDGED_DROP_FOLDER` for `--drop-folder`.
    private static func environment(_ flags: [String]) -> [String: String] {
        var variables: [String: String] = [:]
        for place in stride(from: 0, to: flags.count, by: 2) {
            let name = flags[place].drop { $0 == "-" }.uppercased().replacing("-", with: "_")
            variables["PLEDGED_\(name)"] = flags[place + 1]
        }
        return variables
    }

    deinit {
        if process.isRunning {
            kill(SIGKILL)
            process.waitUntilExit()
        }
    }

    var pid: Int32 { process.processIdentifier }
    var isRunning: Bool { process.isRunning }

    /// What the daemon wrote to standard error, of earlier starts as well.
    var messages: String {
        do {
            return String(decoding: try Data(contentsOf: URL(fileURLWithPath: errorLog)), as: UTF8.self)
        } catch {
            return "\(errorLog) cannot be read: \(error)"
        }
    }

    func waitUntilReady() async throws {
        let isReady = try await eventually {
            guard process.isRunning else { return true }
            return try await curl("/health").status == 0
        }
        try #require(isReady && process.isRunning, "The daemon did not become ready: \(messages)")
    }

    func kill(_ signal: Int32) { Foundation.kill(pid, signal) }

    /// Sends SIGTERM and returns the exit status.
    func stop() async throws -> Int32 {
        kill(SIGTERM)
        let status = try await exitStatus()
        if status != 0 {
            Issue.record("The daemon was told to stop and ended with \(status): \(messages.suffix(4000))")
        }
        return status
    }

    func exitStatus() async throws -> Int32 {
        let hasEnded = try await eventually { !process.isRunning }
        try #require(hasEnded, "The daemon goes on: \(messages)")
        return process.terminationStatus
    }

    /// GET by curl; status is curl's own: 0 for a 2xx reply, 22 for another, 7 where nobody listens.
    func curl(_ path: String, _ options: String...) async throws -> Program.Result {
        try await Program.run(
            "/usr/bin/curl",
            ["-sS", "--fail-with-body", "--max-time", "60", "--unix-socket", socket, "http://localhost\(path)"]
                + options
        )
    }

    /// The replay of all events, as CloudEvents.
    func events(_ query: String = "") async throws -> [[String: Any]] {
        let reply = try await curl("/events?live=false\(query)", "-H", "Accept: application/x-ndjson")
        try #require(reply.status == 0, "\(reply.errors)\(reply.output)")
        return try reply.output.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        // Not the marks between them, which say how far a filtered stream has got.
        .filter { !["pledged.caught-up", "pledged.position"].contains($0["type"] as? String) }
    }

    /// How many events of this type there are, "article.received".
    func count(_ type: String) async throws -> Int { try await events("&type=\(type)").count }

    func pledgectl(_ arguments: String...) async throws -> Program.Result {
        try await Program.run(Program.path("pledgectl"), arguments, environment: ["PLEDGED_SOCKET": socket])
    }

    /// The names in one of the outcomes' folders, "accepted".
    func outcomes(_ kind: String) throws -> Set<String> {
        let path = "\(outcomesFolder)/\(kind)"
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return Set(try FileManager.default.contentsOfDirectory(atPath: path))
    }

    /// What still lies in the drop folder.
    func dropped() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: dropFolder) }
}
