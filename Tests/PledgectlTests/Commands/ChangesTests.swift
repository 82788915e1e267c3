import Foundation
import PledgedCore
import PledgedTesting
import Testing

@testable import pledgectl

/// Changes as they are followed across restarts of the daemon.
@Suite(.timeLimit(.minutes(2)))
struct ChangesTests {
    private let folder: TemporaryFolder
    private let capture: ConsoleCapture
    private let socket: String

    init() throws {
        folder = try TemporaryFolder()
        capture = try ConsoleCapture()
        socket = SmallDaemon.socket(in: folder)
    }

    /// Lets in an article of one actor with one pledge.
    private func receive(_ name: String, _ words: String, by daemon: SmallDaemon) async throws {
        try await daemon.receive(
            name,
            file: Sample.file(name),
            actors: [Sample.actor(1, name)],
            pledges: [Sample.pledge(.plan, by: [1], words)]
        )
    }

    private var changes: [ChangeRow] {
        get throws {
            try capture.output.split(separator: "\n").map {
                try JSONDecoder().decode(ChangeRow.self, from: Data($0.utf8))
            }
        }
    }

    @Test func `misses nothing and repeats nothing when the daemon restarts`() async throws {
        let (capture, socket) = (capture, socket)
        let following = Task {
            try await capture.runWhenListening("changes", "--follow", "--json", "--limit", "3", socket: socket)
        }
        try await SmallDaemon.run(in: folder) { daemon in
            try await receive("Japan", "plans to fund a port", by: daemon)
            try await eventually { try changes.count == 1 }
            try await receive("Kenya", "plans to plant trees", by: daemon)
            try await eventually { try changes.count == 2 }
        }
        try await eventually { try capture.errors.contains("Trying again.") }
        try await SmallDaemon.run(in: folder) { daemon in
            try await receive("Peru", "plans to open a mine", by: daemon)
            #expect(try await following.value == .done)
        }
        #expect(
            try changes.map(\.pledge.quote) == ["plans to fund a port", "plans to plant trees", "plans to open a mine"]
        )
        #expect(try capture.errors.contains("Connected again; no change was missed."))
    }

    @Test func `gives up on a daemon that stays away`() async throws {
        let (capture, socket) = (capture, socket)
        let following = Task {
            try await capture.runWhenListening("changes", "--follow", "--patience", "0", socket: socket)
        }
        try await SmallDaemon.run(in: folder) { daemon in
            try await receive("Japan", "plans to fund a port", by: daemon)
            try await eventually { try capture.output.contains("fund a port") }
        }
        #expect(try await following.value == .unreachable)
    }

    @Test func `goes on from where it was told`() async throws {
        try await SmallDaemon.run(in: folder) { daemon in
            try await receive("Japan", "plans to fund a port", by: daemon)
            try await receive("Kenya", "plans to plant trees", by: daemon)
            #expect(await capture.run("changes", "--limit", "1", "--json", "--socket", socket) == .done)
            let cursor = try #require(try changes.first).cursor
            #expect(await capture.run("changes", "--after", "\(cursor)", "--json", "--socket", socket) == .done)
        }
        #expect(try changes.map(\.pledge.quote) == ["plans to fund a port", "plans to plant trees"])
    }

    @Test func `is refused behind the end of the log`() async throws {
        try await SmallDaemon.run(in: folder) { daemon in
            try await receive("Japan", "plans to fund a port", by: daemon)
            #expect(await capture.run("changes", "--after", "99", "--socket", socket) == .refused)
        }
        #expect(try capture.errors.contains("beyond the end"))
    }

    @Test func `is a row each as CSV, under one line of titles`() async throws {
        try await SmallDaemon.run(in: folder) { daemon in
            try await receive("Japan", "plans to fund a port", by: daemon)
            #expect(await capture.run("changes", "--format", "csv", "--socket", socket) == .done)
        }
        let lines = try capture.output.split(separator: "\r\n")
        #expect(lines.count == 2)
        #expect(lines[0].hasPrefix("cursor,day,change,position,pledge,"))
        #expect(lines[1].contains(",new,2,2,plan,open,Japan,"), "\(lines[1])")
        #expect(try capture.errors == "")
    }
}
