import Foundation
import PledgedArticles
import PledgedCore
import PledgedTesting
import Testing

@testable import pledgectl

@Suite struct DropOutcomeTests {
    private let folder: TemporaryFolder
    private let capture: ConsoleCapture
    private var socket: String { SmallDaemon.socket(in: folder) }

    init() throws {
        folder = try TemporaryFolder()
        capture = try ConsoleCapture()
    }

    /// Drops files while a daemon takes each in as `admit` says.
    private func drop(
        _ arguments: String...,
        admit: @escaping @Sendable (SmallDaemon, DroppedFile, String) async throws -> Void
    ) async throws -> Ending {
        try await SmallDaemon.run(in: folder) { daemon in
            // Something that was there before, under the same name.
            try await daemon.receive("earlier", file: Sample.file("a.txt"))
            let intake = Task { try await takeIn(daemon, admit: admit) }
            defer { intake.cancel() }
            return await Program.run(["drop", "--socket", socket] + arguments, on: capture.console)
        }
    }

    /// Looks into the drop folder again and again, and takes in what lies there.
    private func takeIn(
        _ daemon: SmallDaemon,
        admit: @Sendable (SmallDaemon, DroppedFile, String) async throws -> Void
    ) async throws {
        let drop = try folder.folder("drop")
        while !Task.isCancelled {
            for name in try FileManager.default.contentsOfDirectory(atPath: drop) where !name.hasPrefix(".") {
                let path = "\(drop)/\(name)"
                let text = try String(contentsOfFile: path, encoding: .utf8)
                let file = try SourceFile.open(path)
                let identity = FileIdentity(try SystemCalls.status(of: file))
                SourceFile.close(file)
                try FileManager.default.removeItem(atPath: path)
                try await admit(daemon, identity.dropped(as: name), text)
            }
            try await Task.sleep(for: .milliseconds(5))
        }
    }

    @Test func `waits for the outcome of each file`() async throws {
        let (first, second) = (try folder.file("a.txt", "one"), try folder.file("b.txt", ""))
        let status = try await drop(first, second) { daemon, file, text in
            let rejected = ArticleRejected(file: file, digest: nil, reason: .empty, sentence: "The file is empty.")
            if text.isEmpty {
                try await daemon.record([.articleRejected(rejected)], about: nil)
            } else {
                try await daemon.receive(text, file: file)
            }
        }
        #expect(status == .no)
        #expect(
            try capture.output.split(separator: "\n").sorted() == [
                "accepted  a.txt: article \(Moments.short(Sample.article)), 0 actors, 0 pledges, 0 requests, 0 happenings",
                "rejected  b.txt: The file is empty. (empty)",
            ]
        )
        #expect(try capture.errors == "")
    }

    @Test func `tells of a duplicate and is content`() async throws {
        let path = try folder.file("a.txt", "earlier")
        let status = try await drop("--json", path) { daemon, file, text in
            let original = ArticleID(hashing: Array(text.utf8))
            let event = ArticleDuplicated(file: file, original: original, originalPosition: .start)
            try await daemon.record([.articleDuplicated(event)], about: original)
        }
        #expect(status == .done)
        #expect(try capture.output.contains(#""outcome":"duplicate""#))
        #expect(try capture.output.contains(#""article":"\#(Sample.earlier)""#))
    }

    @Test func `says so when no outcome comes in time`() async throws {
        let status = try await drop("--timeout", "1", try folder.file("a.txt", "one")) { _, _, _ in }
        #expect(status == .no)
        #expect(try capture.output == "pending   a.txt\n")
        #expect(try capture.errors.hasPrefix("pledgectl: No outcome in time for 1 file."))
        #expect(try capture.errors.split(separator: "\n").count == 1)
    }
}
