import Foundation
import PledgedTesting
import SystemPackage

@testable import pledgectl

/// A console whose output a test can read: two files in a folder of its own.
struct ConsoleCapture {
    let console: Console
    private let folder: TemporaryFolder

    init(width: Int? = nil) throws {
        folder = try TemporaryFolder()
        console = Console(
            output: try Self.create(folder.path("output")),
            errors: try Self.create(folder.path("errors")),
            width: width
        )
    }

    private static func create(_ path: String) throws -> FileDescriptor {
        try FileDescriptor.open(
            FilePath(path),
            .writeOnly,
            options: [.create, .append],
            permissions: .ownerReadWrite
        )
    }

    var output: String { get throws { try String(contentsOfFile: folder.path("output"), encoding: .utf8) } }
    var errors: String { get throws { try String(contentsOfFile: folder.path("errors"), encoding: .utf8) } }

    /// Runs one command line to its end.
    func run(_ arguments: String...) async -> Ending { await Program.run(arguments, on: console) }

    /// Waits until a daemon listens at `socket`, then runs one command line that asks it.
    func runWhenListening(_ arguments: String..., socket: String) async throws -> Ending {
        try await eventually { FileManager.default.fileExists(atPath: socket) }
        return await Program.run(arguments + ["--socket", socket], on: console)
    }
}
