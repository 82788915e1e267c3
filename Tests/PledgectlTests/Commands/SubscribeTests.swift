import PledgedAPI
import PledgedCore
import PledgedTesting
import Testing

@testable import pledgectl

@Suite struct SubscribeTests {
    private let folder: TemporaryFolder
    private let capture: ConsoleCapture
    private var socket: String { SmallDaemon.socket(in: folder) }

    init() throws {
        folder = try TemporaryFolder()
        capture = try ConsoleCapture()
    }

    private var lines: [StreamLine] {
        get throws { try capture.output.split(separator: "\n").map { try StreamLine(String($0)) } }
    }

    /// An article of four events: received, one actor, one pledge, read.
    private func receive(_ text: String, by daemon: SmallDaemon) async throws {
        try await daemon.receive(
            text,
            file: Sample.file("\(text).txt"),
            title: text,
            actors: [Sample.actor(1, "Việt Nam")],
            pledges: [Sample.pledge(.plan, by: [1], "plan to train 50,000 engineers by 2030", deadline: .year(2030))]
        )
    }

    @Test func `tells people what happened, line by line`() async throws {
        try await SmallDaemon.run(in: folder) { daemon in
            try await receive("one", by: daemon)
            #expect(await capture.run("subscribe", "--no-follow", "--socket", socket) == .done)
        }
        #expect(
            try capture.output == """
                0  2024-07-09 08:15:00 UTC  accepted one.txt: "one", VNS, 2024-07-10
                1  2024-07-09 08:15:00 UTC  country Việt Nam
                2  2024-07-09 08:15:00 UTC  Việt Nam plans: plan to train 50,000 engineers by 2030 [due 2030]
                3  2024-07-09 08:15:00 UTC  read: 1 actor, 1 pledge, 0 requests, 0 happenings

                """
        )
        #expect(try capture.errors == "")
    }

    @Test func `gives programs events and nothing else`() async throws {
        try await SmallDaemon.run(in: folder) { daemon in
            try await receive("one", by: daemon)
            #expect(await capture.run("subscribe", "--no-follow", "--json", "--socket", socket) == .done)
        }
        #expect(try lines.map(\.position) == (0..<4).map { LogPosition(offset: $0) })
        #expect(try lines.allSatisfy { try $0.event() != nil })
    }

    @Test func `begins after a position, and shows only the types asked for`() async throws {
        try await SmallDaemon.run(in: folder) { daemon in
            try await receive("one", by: daemon)
            try await receive("two", by: daemon)
            let status = await capture.run(
                "subscribe",
                "--no-follow",
                "--after",
                "2",
                "--type",
                "pledge.stated",
                "--socket",
                socket
            )
            #expect(status == .done)
        }
        let output = try capture.output
        #expect(
            output == "6  2024-07-09 08:15:00 UTC  Việt Nam plans: plan to train 50,000 engineers by 2030 [due 2030]\n"
        )
    }

    @Test func `shows one article by the first digits of its id`() async throws {
        try await SmallDaemon.run(in: folder) { daemon in
            try await receive("one", by: daemon)
            try await receive("two", by: daemon)
            let digits = String(Sample.article.hexadecimal.prefix(8))
            let status = await capture.run(
                "subscribe",
                "--no-follow",
                "--json",
                "--article",
                digits,
                "--socket",
                socket
            )
            #expect(status == .done)
        }
        #expect(try lines.compactMap { $0.position?.offset } == [0, 1, 2, 3])
    }

    @Test func `misses nothing and repeats nothing when the daemon restarts`() async throws {
        let (capture, socket) = (capture, socket)
        let subscription = Task {
            try await capture.runWhenListening("subscribe", "--json", "--count", "12", socket: socket)
        }
        try await SmallDaemon.run(in: folder) { daemon in
            try await receive("one", by: daemon)
            try await receive("two", by: daemon)
            try await eventually { try lines.count == 8 }
        }
        try await eventually { try capture.errors.contains("Trying again.") }
        try await SmallDaemon.run(in: folder) { daemon in
            try await receive("three", by: daemon)
            #expect(try await subscription.value == .done)
        }
        #expect(try lines.map { $0.position?.offset } == (0..<12).map { $0 })
        #expect(try capture.errors.contains("Connected again; no event was missed."))
    }

    @Test func `is told when it is ahead of the log`() async throws {
        try await SmallDaemon.run(in: folder) { daemon in
            try await receive("one", by: daemon)
            #expect(await capture.run("subscribe", "--after", "4", "--socket", socket) == .refused)
        }
        #expect(try capture.errors.contains("beyond the end"))
    }

    @Test func `gives up on a daemon that stays away`() async throws {
        let (capture, socket) = (capture, socket)
        let subscription = Task {
            try await capture.runWhenListening("subscribe", "--patience", "0", socket: socket)
        }
        try await SmallDaemon.run(in: folder) { daemon in
            try await receive("one", by: daemon)
            try await eventually { try capture.output.contains("read:") }
        }
        #expect(try await subscription.value == .unreachable)
    }
}
