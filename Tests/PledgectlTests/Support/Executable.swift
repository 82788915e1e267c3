import Foundation

/// The program as it was built, run as a process of its own.
enum Executable {
    struct Result {
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
    static func run(_ arguments: String..., environment: [String: String] = [:]) throws -> Result {
        let (process, output, errors) = (Process(), Pipe(), Pipe())
        process.executableURL = url
        process.arguments = arguments
        process.environment = environment
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let texts = [output, errors].map { $0.fileHandleForReading.readDataToEndOfFile() }
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus,
            output: String(decoding: texts[0], as: UTF8.self),
            errors: String(decoding: texts[1], as: UTF8.self)
        )
    }
}
