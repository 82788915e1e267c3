import Foundation

/// A Redis server that syncs its log before it answers, and its own benchmark to ask it.
struct Redis {
    private let server: Process
    private let socket: String

    /// Nil where Redis is not installed.
    init?(folder: String) throws {
        let programs = ["/usr/bin/redis-server", "/usr/bin/redis-benchmark"]
        guard programs.allSatisfy(FileManager.default.isExecutableFile(atPath:)) else { return nil }
        let home = "\(folder)/redis"
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        socket = "\(home)/socket"
        server = Process()
        server.executableURL = URL(fileURLWithPath: programs[0])
        server.arguments = [
            "--port", "0", "--unixsocket", socket, "--dir", home, "--save", "", "--appendonly", "yes",
            "--appendfsync", "always", "--auto-aof-rewrite-percentage", "0", "--daemonize", "no",
        ]
        server.standardOutput = FileHandle.nullDevice
        server.standardInput = FileHandle.nullDevice
        try server.run()
        while server.isRunning, !FileManager.default.fileExists(atPath: socket) { usleep(10_000) }
    }

    /// Appends in a second, each client waiting for one at a time.
    func rate(clients: Int, count: Int, size: Int) throws -> Double {
        let (client, output) = (Process(), Pipe())
        client.executableURL = URL(fileURLWithPath: "/usr/bin/redis-benchmark")
        client.arguments = [
            "-s", socket, "-c", "\(clients)", "-n", "\(count)", "--csv", "RPUSH", "list",
            String(repeating: "x", count: size),
        ]
        client.standardOutput = output
        client.standardError = FileHandle.nullDevice
        client.standardInput = FileHandle.nullDevice
        try client.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        // "test","rps",… and below it "RPUSH …","12345.67",…
        let fields = text.split(separator: "\n").last?.split(separator: "\",\"") ?? []
        guard fields.count > 2, let rate = Double(fields[1]) else { throw Trouble(text: text) }
        return rate
    }

    func stop() {
        // What it keeps is thrown away; and a signal that asks may be blocked in it.
        kill(server.processIdentifier, SIGKILL)
        usleep(100_000)
    }

    struct Trouble: Error { let text: String }
}
