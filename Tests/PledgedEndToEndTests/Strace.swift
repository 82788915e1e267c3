import Foundation
import PledgedTesting
import Testing

/// strace(1), which has system calls of a running daemon fail until it is ended.
final class Strace {
    private let process = Process()

    init(_ arguments: [String], of pid: Int32) async throws {
        let command = (getuid() == 0 ? [] : ["sudo", "--non-interactive"]) + ["strace"] + arguments + ["-p", "\(pid)"]
        process.executableURL = URL(fileURLWithPath: "/usr/bin/\(command[0])")
        process.arguments = Array(command.dropFirst())
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try runUnblocked()
        let isAttached = try await eventually { !process.isRunning || Self.isTraced(pid) }
        try #require(isAttached && process.isRunning, "strace cannot attach to \(pid).")
    }

    deinit { end() }

    /// A child inherits what its parent's thread blocks, and strace lets go on a signal.
    private func runUnblocked() throws {
        var (none, before) = (sigset_t(), sigset_t())
        unsafe sigemptyset(&none)
        _ = unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { _ = unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
        try process.run()
    }

    /// Lets the daemon's calls succeed again.
    func end() {
        guard process.isRunning else { return }
        process.terminate()
        process.waitUntilExit()
    }

    /// Whether every thread of the process has a tracer.
    private static func isTraced(_ pid: Int32) -> Bool {
        do {
            let threads = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")
            return try threads.allSatisfy { thread in
                let status = try String(contentsOfFile: "/proc/\(pid)/task/\(thread)/status", encoding: .utf8)
                return !status.contains("TracerPid:\t0\n")
            }
        } catch {
            // A thread, or the daemon, has just ended.
            return false
        }
    }
}
