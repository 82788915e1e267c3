import Foundation
import Testing

/// Programs that a person at the shell would use.
enum Command {
    /// Runs `program` and expects it to succeed.
    static func run(_ program: String, _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation) throws
    {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(program) failed", sourceLocation: sourceLocation)
    }

    /// True where `program` is installed.
    static func isInstalled(_ program: String) -> Bool {
        ["/usr/bin", "/bin", "/usr/local/bin"].contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
        }
    }
}
