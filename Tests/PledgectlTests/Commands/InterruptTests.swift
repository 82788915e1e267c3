import Foundation
import PledgedTesting
import Testing

@testable import pledgectl

@Suite struct InterruptTests {
    @Test(arguments: [SIGINT, SIGTERM])
    func `ends a subscription well`(signal: Int32) async throws {
        let (folder, process, output, errors) = (try TemporaryFolder(), Process(), Pipe(), Pipe())
        try await SmallDaemon.run(in: folder) { daemon in
            try await daemon.receive("one", file: Sample.file("one.txt"))
            process.executableURL = Executable.url
            process.arguments = ["subscribe", "--socket", SmallDaemon.socket(in: folder)]
            process.standardOutput = output
            process.standardError = errors
            try process.run()
            // It prints what there is; then it waits, with its ears open.
            _ = output.fileHandleForReading.availableData
            kill(process.processIdentifier, signal)
            process.waitUntilExit()
        }
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 0)
        try errors.fileHandleForWriting.close()
        #expect(errors.fileHandleForReading.readDataToEndOfFile().isEmpty)
    }
}
