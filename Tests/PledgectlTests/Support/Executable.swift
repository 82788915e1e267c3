import Foundation

/// The program as it was built, run as a process of its own.
enum Executable {
    struct Result: Sendable {
        /// Rather than having been killed.
        let hasExited: Bool
        let status: Int32
        let output: String
        let errors: String
    }

    /// It lies beside the tests.
    static var url: URL {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appendingPathComponent("pledgectl")
    }

    /// Runs the program to its end; for output that a pipe can hold.
    ///
    /// Gives `interrupt` the process once it has printed something.
    static func run(
        _ arguments: String...,
        environment: [String: String] = [:],
        output: FileHandle? = nil,
        interrupt: @escaping @Sendable (Int32) -> Void = { _ in }
    ) async throws -> Result {
        try await offThePool { try finish(arguments, environment, output, interrupt) }
    }

    private static func finish(
        _ arguments: [String],
        _ environment: [String: String],
        _ handle: FileHandle?,
        _ interrupt: (Int32) -> Void
    ) throws -> Result {
        let (process, output, errors) = (Process(), Pipe(), Pipe())
        process.executableURL = url
        process.arguments = arguments
        process.environment = environment
        process.standardOutput = handle ?? output
        process.standardError = errors
        try process.run()
        if handle != nil { try output.fileHandleForWriting.close() }
        let first = output.fileHandleForReading.availableData
        interrupt(process.processIdentifier)
        let rest = output.fileHandleForReading.readDataToEndOfFile()
        let complaint = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            hasExited: process.terminationReason == .exit,
            status: process.terminationStatus,
            output: String(decoding: first + rest, as: UTF8.self),
            errors: String(decoding: complaint, as: UTF8.self)
        )
    }

    /// Does what blocks on a thread of its own, for the daemon that it waits for may need those of the tasks.
    private static func offThePool<Value: Sendable>(
        _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            Thread { continuation.resume(with: Swift.Result { try work() }) }.start()
        }
    }
}
