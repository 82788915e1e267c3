import GRDB
import PledgedCore
import PledgedTesting
import Synchronization
import Testing

@testable import PledgedViews

/// A rebuild hands its rows to a thread that writes, and would wait for that wherever it asked the database.
struct RebuildQuestionsTests {
    private final class Questions: Sendable {
        private let asked = Mutex<[String: Int]>([:])

        /// Counts what a statement asks; what the full-text indexes ask themselves does not count.
        func note(_ sql: String) {
            guard sql.contains("SELECT"), !sql.contains("search_"), !sql.contains("INSERT"), !sql.contains("UPDATE")
            else {
                return
            }
            asked.withLock { $0[sql, default: 0] += 1 }
        }

        /// How often what was asked.
        var all: [String: Int] { asked.withLock { $0 } }
    }

    /// Articles that bring new parties of every form, acronyms beside names and alone, promises told again on the same day
    /// and later, and duplicates.
    private static func add(_ range: Range<Int>, to log: inout SampleLog) {
        for number in range {
            let day = 1 + number / 10 % 28
            let date = "2024-07-\(day < 10 ? "0" : "")\(day)"
            let ministry = "Ministry of \(SampleWord.of(number / 3))"
            log.receive(
                SampleEvents.article(number, date: date, title: "Story \(number)", text: "Đồng \(number) chips"),
                actors: [
                    SampleEvents.actor(1, .organization, ministry, names: [ministry, "M\(number / 3)X"]),
                    SampleEvents.actor(
                        2,
                        .person,
                        "Jane \(SampleWord.of(number / 7))",
                        role: "minister",
                        affiliation: 1
                    ),
                    SampleEvents.actor(3, .country, "Land \(SampleWord.of(number / 5))"),
                    SampleEvents.actor(4, .organization, "B\(number)Y"),
                    SampleEvents.actor(5, .person, SampleWord.of(number)),
                ],
                pledges: [
                    SampleEvents.pledge(
                        by: [1],
                        to: [3],
                        speaker: 2,
                        quote: "will build \(10 + number % 3) wind farms in \(SampleWord.of(number / 9))",
                        quantity: Quantity(value: Double(10 + number % 3), unit: "wind farms"),
                        said: date
                    )
                ],
                happenings: [SampleEvents.happening(.year(2024), actors: [1, 3])]
            )
            log.add(
                .articleDuplicated(
                    ArticleDuplicated(
                        file: SampleEvents.file("again.txt", inode: UInt64(number)),
                        original: SampleEvents.articleID(number),
                        originalPosition: .start
                    )
                ),
                article: SampleEvents.articleID(number)
            )
        }
    }

    private static func questions(_ log: SampleLog) async throws -> (asked: [String: Int], told: Int, revised: Int) {
        let (folder, questions) = (try TemporaryFolder(), Questions())
        let queue = try await BulkLoad.run(
            until: log.end,
            reading: { log.read(from: $0, countMax: $1) },
            opening: {
                var configuration = BulkLoad.configuration("views.test")
                configuration.prepareDatabase {
                    $0.trace { if case .statement(let asked) = $0 { questions.note(asked.sql) } }
                }
                return try DatabaseQueue(path: folder.path("views.sqlite"), configuration: configuration)
            }
        )
        return try await queue.read { database in
            let asked = questions.all
            return (
                asked, try Int.fetchOne(database, sql: "SELECT count(*) FROM pledges WHERE tellings > 1") ?? 0,
                try Int.fetchOne(database, sql: "SELECT count(*) FROM pledge_revisions") ?? 0
            )
        }
    }

    @Test(arguments: [false, true])
    func `an ordinary article asks nothing of the database`(isDecided: Bool) async throws {
        var few = SampleLog()
        Self.add(0..<40, to: &few)
        if isDecided {
            let articles = few.events.compactMap(\.article)
            let named = few.events.filter { $0.event.name == .actorNamed }.map(\.position)
            let stated = few.events.filter { $0.event.name == .pledgeStated }.map(\.position)
            let actors = named.prefix(3).map {
                FactReference(position: $0, article: articles[0], span: TextSpan(0..<1))
            }
            let pledges = stated.map { FactReference(position: $0, article: articles[0], span: TextSpan(0..<1)) }
            let choices: [Decision.Choice] = [
                .merge(actors[0], into: actors[2]), .separate(actors[1]), .link(pledges[0], pledges[30]),
                .unlink(pledges[1]), .resolve(pledges[2], .fulfilled),
            ]
            for choice in choices { few.add(.decided(Decision(choice, who: "anna", reason: "she knows"))) }
        }
        var many = few
        Self.add(40..<200, to: &many)
        let (one, other) = (try await Self.questions(few), try await Self.questions(many))
        #expect(other.told > one.told)
        #expect(other.revised > one.revised)
        #expect(one.asked.count > 3)
        // Only what is asked once.
        #expect(one.asked == other.asked)
    }
}

/// A word of letters for each number.
private enum SampleWord {
    static func of(_ number: Int) -> String {
        let syllables = ["ba", "ko", "ri", "tu", "me", "so", "la", "ni"]
        return "X" + String(number, radix: 8).compactMap(\.wholeNumberValue).map { syllables[$0] }.joined()
    }
}
