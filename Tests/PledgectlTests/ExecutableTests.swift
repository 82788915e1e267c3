import Foundation
import PledgedTesting
import Testing

@testable import pledgectl

@Suite struct ExecutableTests {
    @Test func `exits as it says`() throws {
        #expect(try Executable.run("--version").status == 0)
        #expect(try Executable.run("pledges", "--kind", "wish").status == 2)
        let folder = try TemporaryFolder()
        let result = try Executable.run("status", environment: ["PLEDGED_SOCKET": folder.path("no.sock")])
        #expect(result.status == 3)
        #expect(result.errors.contains("no.sock"))
        #expect(result.output == "")
    }

    @Test func `extracts without a daemon`() throws {
        let folder = try TemporaryFolder()
        let result = try Executable.run("extract", try folder.file("a.txt", "Việt Nam plans to train engineers."))
        #expect(result.status == 0)
        #expect(result.errors == "")
        #expect(result.output.hasPrefix("{\n"))
    }

    @Test func `ends quietly when its reader goes away`() throws {
        let (process, output, errors) = (Process(), Pipe(), Pipe())
        process.executableURL = Executable.url
        process.arguments = ["--help"]
        process.standardOutput = output
        process.standardError = errors
        try output.fileHandleForReading.close()
        try process.run()
        let complaint = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 0)
        #expect(complaint.isEmpty)
    }

    @Test func `says so when the output takes no more`() throws {
        let (process, errors) = (Process(), Pipe())
        process.executableURL = Executable.url
        process.arguments = ["--help"]
        process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
        process.standardError = errors
        try process.run()
        let complaint = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        #expect(String(decoding: complaint, as: UTF8.self).contains("No space left"))
    }
}
