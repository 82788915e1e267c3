import Foundation

struct BenchmarkError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// The daemon on a scratch folder, removed with the value.
final class DaemonUnderTest {
    let folder: String
    let socket: String
    private let programs: String
    private var process = Process()

    init(programs: String) throws {
        self.programs = programs
        let name = "/pledged-benchmark-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        folder = FileManager.default.temporaryDirectory.path + name
        socket = folder + "/pledged.sock"
        try FileManager.default.createDirectory(atPath: folder + "/drop", withIntermediateDirectories: true)
        try start()
    }

    deinit {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        do { try FileManager.default.removeItem(atPath: folder) } catch { print("\(folder) stays: \(error)") }
    }

    /// Starts it and returns how long it took until it answered, in milliseconds.
    @discardableResult
    func start() throws -> Double {
        process = Process()
        process.executableURL = URL(fileURLWithPath: programs + "/pledged")
        process.arguments = [
            "--drop-folder", folder + "/drop", "--drop-outcomes", folder + "/outcomes", "--log-folder", folder + "/log",
            "--views-file", folder + "/views.sqlite", "--socket-path", socket, "--logging-level", "error",
        ]
        let start = Clock.now
        try process.run()
        while true {
            if let connection = try? Connection(path: socket) {
                try connection.send("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                if try connection.readAll().hasPrefix("HTTP/1.1 200") { return Clock.milliseconds(since: start) }
            }
            guard process.isRunning else { throw BenchmarkError("The daemon ended.") }
            guard Clock.milliseconds(since: start) < 60_000 else { throw BenchmarkError("The daemon is not ready.") }
            usleep(2000)
        }
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    /// Resident memory, in MB.
    var memory: Double {
        get throws {
            let status = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
            return (Double(line.filter(\.isNumber)) ?? 0) / 1024
        }
    }

    /// Renames an article of about 8 KB into the drop folder.
    func drop(_ number: Int) throws {
        let text = Self.article(number)
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/incoming"))
        guard rename("\(folder)/incoming", "\(folder)/drop/\(number).txt") == 0 else {
            throw BenchmarkError("Cannot rename: \(errno)")
        }
    }

    var droppedCount: Int { get throws { try FileManager.default.contentsOfDirectory(atPath: folder + "/drop").count } }

    static func article(_ number: Int, bytes: Int = 8000) -> String {
        var text = """
            date 2024-07-10
            Lanmark Steel to hire \(number) welders in Port Ellory

            OSLO, July 10 - Lanmark Steel pledged on Tuesday to hire \(number) welders by 2027, its chief executive Ingrid \
            Solvang said. Norway urged the company to train apprentices as well.\n\n
            """
        var paragraph = 0
        while text.utf8.count < bytes - 400 {
            paragraph += 1
            text += """
                The yard at Port Ellory has built \(paragraph * 7) ships for owners in the north, and its halls, cranes and docks \
                are known to every seaman of the coast. Solvang told reporters that the company plans to spend \
                \(paragraph * 10) million euros on a new dock by the end of 2029, and that Norway had agreed to pay a third \
                of it.\n\n
                """
        }
        return text + "— NTB\n"
    }
}
