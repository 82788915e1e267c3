import Foundation
import PledgedAPI
import PledgedCore
import PledgedTesting
import Testing

@testable import pledgectl

@Suite struct ListingTests {
    private let folder: TemporaryFolder
    private let capture: ConsoleCapture

    init() throws {
        folder = try TemporaryFolder()
        capture = try ConsoleCapture(width: 100)
    }

    /// Lets in one article with two actors, a plan, a request and a happening, and runs one command.
    private func run(_ arguments: String...) async throws -> Ending { try await run(arguments) }

    private func run(_ arguments: [String]) async throws -> Ending {
        try await SmallDaemon.run(in: folder) { daemon in
            try await daemon.receive(
                "Việt Nam plans to train 50,000 engineers by 2030.",
                file: Sample.file("story.txt"),
                title: "Chips \u{1B}[31mplan",
                actors: [Sample.actor(1, "Việt Nam"), Sample.actor(2, "Japan")],
                pledges: [
                    Sample.pledge(.plan, by: [1], "plan to train 50,000 engineers by 2030", deadline: .year(2030)),
                    Sample.pledge(.request, by: [2], to: [1], "asked it to simplify permits"),
                ],
                happenings: [
                    Happening(
                        date: .year(2024),
                        place: "TOKYO",
                        actors: [ActorLabel(1)],
                        anchor: Sample.anchor("A seminar brought together"),
                        confidence: 80
                    )
                ]
            )
            return await Program.run(arguments + ["--socket", SmallDaemon.socket(in: folder)], on: capture.console)
        }
    }

    private func reply<Row>(_ type: Row.Type) throws -> ListReply<Row> {
        try JSONDecoder().decode(ListReply<Row>.self, from: Data(try capture.output.utf8))
    }

    @Test func `lists pledges with who, what and when`() async throws {
        #expect(try await run("pledges") == .done)
        let output = try capture.output
        #expect(
            output.hasPrefix(
                "NO  KIND     STATUS   BY        TO        DUE   TOLD  REVISED  SAID  QUANTITY  WORDS\n"
            )
        )
        let plan =
            " 3  plan     overdue  Việt Nam            2030     1                           plan to train 50,000…\n"
        #expect(output.contains(plan), "\(output)")
        let request =
            " 4  request  open     Japan     Việt Nam           1                           asked it to simplify…\n"
        #expect(output.contains(request), "\(output)")
        #expect(try capture.errors == "")
    }

    @Test(arguments: [
        (["--by", "viet nam"], 1), (["--kind", "request"], 1), (["--about", "engineers"], 1), (["--by", "Peru"], 0),
        (["--due-before", "2030-12-31"], 1), (["--due-before", "2029-12-31"], 0), (["--due-from", "2030"], 1),
        (["--status", "overdue"], 1), (["--status", "open,overdue"], 2), (["--status", "open", "--status", "due"], 1),
        (["--min-quantity", "1"], 0),
        (["--as-of", "0"], 0), (["--page", "1"], 2), (["--to", "VIỆT NAM"], 1), ([], 2),
    ])
    func `passes its filters on`(filter: [String], count: Int) async throws {
        #expect(try await run(["pledges", "--json"] + filter) == .done)
        #expect(try reply(PledgeRow.self).total == count)
    }

    @Test func `gives programs what the API says`() async throws {
        #expect(try await run("actors", "--json") == .done)
        #expect(try reply(ActorRow.self).items.map(\.name).sorted() == ["Japan", "Việt Nam"])
        #expect(try reply(ActorRow.self).position == LogPosition(offset: 6))
    }

    @Test func `shows the timeline`() async throws {
        #expect(try await run("timeline", "--from", "2024-01-01", "--to", "2024-12-31") == .done)
        #expect(try capture.output.contains("2024  Việt Nam  TOKYO"))
        #expect(try capture.output.contains("A seminar brought together"))
    }

    @Test func `shows articles without letting them steer the terminal`() async throws {
        #expect(try await run("articles", "--wide") == .done)
        #expect(try capture.output.contains("Chips \\u{1B}[31mplan"))
        #expect(try capture.output.contains("story.txt"))
    }

    @Test func `finds words`() async throws {
        #expect(try await run("search", "engineers", "viet") == .done)
        #expect(try capture.output.contains("[engineers]"))
    }

    @Test func `says so where nothing matches`() async throws {
        #expect(try await run("search", "zeppelin") == .done)
        #expect(try capture.output == "")
        #expect(try capture.errors == "No articles to show.\n")
    }

    @Test func `says where the rest is`() async throws {
        #expect(try await run("actors", "--limit", "1") == .done)
        #expect(try capture.errors == "1 to 1 of 2 actors. --offset 1 shows the next, --all all.\n")
    }

    @Test func `fits the terminal`() async throws {
        #expect(try await run("pledges") == .done)
        for line in try capture.output.split(separator: "\n") { #expect(DisplayWidth.columns(of: line) <= 100) }
    }

    @Test func `refuses digits that no article's id begins with`() async throws {
        #expect(try await run("pledges", "--article", "000000") == .no)
        #expect(try capture.errors.contains("000000"))
    }
}
