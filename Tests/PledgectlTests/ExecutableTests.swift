import Foundation
import PledgedTesting
import Testing

@testable import pledgectl

@Suite struct ExecutableTests {
    @Test func `exits as it says`() async throws {
        #expect(try await Executable.run("--version").status == 0)
        #expect(try await Executable.run("pledges", "--kind", "wish").status == 2)
        let folder = try TemporaryFolder()
        let result = try await Executable.run("status", environment: ["PLEDGED_SOCKET": folder.path("no.sock")])
        #expect(result.status == 3)
        #expect(result.errors.contains("no.sock"))
        #expect(result.output == "")
    }

    @Test func `extracts without a daemon`() async throws {
        let folder = try TemporaryFolder()
        let result = try await Executable.run("extract", try folder.file("a.txt", "Việt Nam plans to train engineers."))
        #expect(result.status == 0)
        #expect(result.errors == "")
        #expect(result.output.hasPrefix("{\n"))
    }

    @Test func `ends quietly when its reader goes away`() async throws {
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        let result = try await Executable.run("--help", output: pipe.fileHandleForWriting)
        #expect(result.hasExited)
        #expect(result.status == 0)
        #expect(result.errors == "")
    }

    @Test func `says so when the output takes no more`() async throws {
        let result = try await Executable.run("--help", output: FileHandle(forWritingAtPath: "/dev/full"))
        #expect(result.status == 1)
        #expect(result.errors.contains("No space left"))
    }
}
