import Foundation
import PledgedTesting
import Testing

@testable import pledgectl

@Suite struct LogVerifyTests {
    private let folder: TemporaryFolder
    private let capture: ConsoleCapture

    init() throws {
        folder = try TemporaryFolder()
        capture = try ConsoleCapture()
    }

    private func makeLog() async throws {
        try await SmallDaemon.run(in: folder) { daemon in
            try await daemon.receive("one", file: Sample.file("one.txt"))
            try await daemon.receive("two", file: Sample.file("two.txt"))
        }
    }

    @Test func `counts what a whole log holds`() async throws {
        try await makeLog()
        #expect(await capture.run("log", "verify", folder.path("log")) == .done)
        let output = try capture.output
        #expect(output.hasPrefix("whole: \(folder.path("log"))\n"))
        for line in ["  segments  1", "  entries   2", "  events    4", "  last hash "] {
            #expect(output.contains(line))
        }
    }

    @Test func `says where a log is damaged and what to do`() async throws {
        try await makeLog()
        let segment = folder.path("log/00000000000000000000.log")
        let text = try String(contentsOfFile: segment, encoding: .utf8)
        try Data(text.replacing("one.txt", with: "two.txt").utf8).write(to: URL(fileURLWithPath: segment))
        #expect(await capture.run("log", "verify", folder.path("log")) == .no)
        #expect(try capture.output.hasPrefix("DAMAGED"))
        #expect(try capture.errors.contains("line 1"))
        #expect(try capture.errors.contains("from a copy"))
    }

    @Test func `says so where there is no log`() async throws {
        #expect(await capture.run("log", "verify", folder.path("absent")) == .no)
        #expect(try capture.errors.contains("absent"))
    }
}
