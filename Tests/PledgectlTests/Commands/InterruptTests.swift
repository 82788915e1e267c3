import Foundation
import PledgedTesting
import Testing

@testable import pledgectl

@Suite struct InterruptTests {
    @Test(arguments: [SIGINT, SIGTERM])
    func `ends a subscription well`(signal: Int32) async throws {
        let folder = try TemporaryFolder()
        let result = try await SmallDaemon.run(in: folder) { daemon in
            try await daemon.receive("one", file: Sample.file("one.txt"))
            return try await Executable.run("subscribe", "--socket", SmallDaemon.socket(in: folder)) { process in
                kill(process, signal)
            }
        }
        #expect(result.hasExited)
        #expect(result.status == 0)
        #expect(result.errors == "")
        #expect(result.output.contains("accepted one.txt"))
    }
}
