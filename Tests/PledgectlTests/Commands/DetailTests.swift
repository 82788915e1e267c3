import Foundation
import PledgedCore
import PledgedTesting
import Testing

@testable import pledgectl

/// Two articles that tell one pledge, the second with a larger number.
@Suite struct DetailTests {
    private let folder: TemporaryFolder
    private let capture: ConsoleCapture

    init() throws {
        folder = try TemporaryFolder()
        capture = try ConsoleCapture()
    }

    private static func pledge(_ count: Double) -> Pledge {
        var pledge = Sample.pledge(
            .plan,
            by: [1],
            to: [2],
            "plans to train \(Int(count)) semiconductor engineers by 2030",
            deadline: .year(2030)
        )
        pledge.action = "train \(Int(count)) semiconductor engineers"
        pledge.quantity = Quantity(value: count, unit: "semiconductor engineers")
        return pledge
    }

    private func run(_ arguments: String...) async throws -> Ending {
        try await SmallDaemon.run(in: folder) { daemon in
            for (file, count) in [("one.txt", 50_000), ("two.txt", 60_000)] as [(String, Double)] {
                try await daemon.receive(
                    "Việt Nam plans to train \(count) semiconductor engineers.",
                    file: Sample.file(file),
                    title: "Chips in \(file)",
                    actors: [Sample.actor(1, "Việt Nam"), Sample.actor(2, "Japan")],
                    pledges: [Self.pledge(count)]
                )
            }
            return await Program.run(arguments + ["--socket", SmallDaemon.socket(in: folder)], on: capture.console)
        }
    }

    @Test func `a pledge is shown with its tellings and what changed`() async throws {
        #expect(try await run("pledge", "show", "3", "--explain") == .done)
        let output = try capture.output
        for words in [
            "pledge 3: plan, overdue\n", "  by        Việt Nam\n", "  to        Japan\n", "2 tellings, 1 revision\n",
            "TELLINGS\n  3      2024-07-10, VNS, “Chips in one.txt” article ",
            "the first telling: nothing to be joined to",
            "  8      2024-07-10, VNS, “Chips in two.txt” article ", "joined to 3: ",
            "REVISIONS\n  quantity  50,000 semiconductor engineers -> 60,000 semiconductor engineers",
        ] {
            #expect(output.contains(words), "\(words)\n\(output)")
        }
    }

    @Test func `an explanation is given where it is asked for`() async throws {
        #expect(try await run("pledge", "show", "3") == .done)
        #expect(try !capture.output.contains("joined to"))
    }

    @Test func `what was known then is shown`() async throws {
        #expect(try await run("pledge", "show", "3", "--as-of", "4", "--json") == .done)
        let detail = try JSONDecoder().decode(PledgeDetail.self, from: Data(try capture.output.utf8))
        #expect(detail.tellings.map(\.id.offset) == [3])
        #expect(detail.revisions.isEmpty)
    }

    @Test func `an actor is shown with what it pledged, and with whom`() async throws {
        #expect(try await run("actor", "show", "1") == .done)
        let output = try capture.output
        #expect(output.hasPrefix("actor 1: Việt Nam, country\n"), "\(output)")
        #expect(output.contains("PLEDGED\nNO  KIND  STATUS   BY        TO     DUE"), "\(output)")
        #expect(output.contains("NAMED WITH\n  2      Japan, 2 articles\n"), "\(output)")
    }

    @Test func `an actor is found by its name`() async throws {
        #expect(try await run("actor", "show", "viet nam") == .done)
        let output = try capture.output
        #expect(output.hasPrefix("actor 1: Việt Nam, country\n"), "\(output)")
    }

    @Test(arguments: [
        ["pledge", "show", "1"], ["pledge", "show", "99"], ["actor", "show", "99"], ["actor", "show", "Peru"],
        ["pledge", "show", "3", "--as-of", "99"],
        ["pledge", "show", "3", "--as-of", "soon"], ["pledges", "--offset", "7"], ["pledges", "--page", "2"],
        ["pledges", "--page", "1", "--offset", "1"], ["pledges", "--status", "late"],
        ["pledges", "--due-before", "May"],
        ["pledges", "--min-quantity", "-1"], ["pledges", "--json", "--format", "csv"], ["actors", "--format", "ics"],
        ["pledge", "show", "3", "--format", "dot"], ["timeline", "--from", "2024-13"], ["changes", "--after", "x"],
        ["changes", "--limit", "0"], ["brief", "Peru"], ["brief", "a"], ["brief", "77"],
    ])
    func `what is not there, or makes no sense, ends with 2 and prints nothing`(arguments: [String]) async throws {
        let status = try await SmallDaemon.run(in: folder) { daemon in
            try await daemon.receive(
                "text",
                file: Sample.file("story.txt"),
                actors: [Sample.actor(1, "Việt Nam"), Sample.actor(2, "Japan")],
                pledges: [Self.pledge(50_000)]
            )
            return await Program.run(arguments + ["--socket", SmallDaemon.socket(in: folder)], on: capture.console)
        }
        #expect(status == .usage, "\(arguments)")
        #expect(try capture.output == "")
        #expect(try !capture.errors.isEmpty)
    }

    @Test func `a brief of an actor cites its articles`() async throws {
        #expect(try await run("brief", "viet nam") == .done)
        let output = try capture.output
        for words in [
            "# Việt Nam\n", "## Pledged\n\n### Overdue (1)\n",
            "“plans to train 60000 semiconductor engineers by 2030” — 2024-07-10, VNS, “Chips in two.txt”, article ",
            "  - revised: quantity: 50,000 semiconductor engineers -\\> 60,000 semiconductor engineers",
        ] {
            #expect(output.contains(words), "\(words)\n\(output)")
        }
    }

    @Test func `changes are told in order, with where to go on`() async throws {
        #expect(try await run("changes") == .done)
        let lines = try capture.output.split(separator: "\n")
        let kinds = lines.map { $0.split(separator: " ")[1] }
        #expect(kinds == ["new", "revised", "became-due", "became-overdue"], "\(lines)")
        #expect(lines[1].contains("(quantity: 50,000 semiconductor engineers -> 60,000 semiconductor engineers)"))
        #expect(try capture.errors.hasPrefix("--after 2031-01-"))
    }

    @Test func `changes are followed as they come`() async throws {
        #expect(try await run("changes", "--follow", "--limit", "3", "--json") == .done)
        let changes = try capture.output.split(separator: "\n").map {
            try JSONDecoder().decode(ChangeRow.self, from: Data($0.utf8))
        }
        #expect(changes.map(\.change) == [.new, .revised, .becameDue])
    }

    @Test func `lists are written for other programs`() async throws {
        #expect(try await run("pledges", "--format", "csv") == .done)
        #expect(try capture.output.hasPrefix("pledge,kind,status,by,"))
        #expect(try capture.output.contains("\r\n3,plan,overdue,Việt Nam,1,Japan,2,,"))
    }

    @Test(arguments: ["ics", "dot", "graphml"])
    func `pledges are written as calendar and graph`(format: String) async throws {
        #expect(try await run("pledges", "--format", format) == .done)
        let heads = ["ics": "BEGIN:VCALENDAR\r\n", "dot": "digraph pledges {\n", "graphml": "<?xml version=\"1.0\""]
        #expect(try capture.output.hasPrefix(try #require(heads[format])))
    }
}
