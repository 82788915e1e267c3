import Glibc
import Logging
import PledgedAPI
import PledgedCore
import PledgedLog
import PledgedTesting
import PledgedViews
import Testing

@testable import PledgedDaemon

/// What people decide, against two articles that tell one pledge and one request.
@Suite(.timeLimit(.minutes(2)))
struct DecisionDeskTests {
    private struct Bench {
        let log: EventLog
        let views: ViewStore
        let desk: DecisionDesk

        func decide(_ choice: DecisionRequest.Choice) async throws -> DecisionReply {
            try await desk.decide(DecisionRequest(choice, reason: "because"), user: getuid())
        }

        func status(_ id: UInt64) throws -> PledgeStatus? {
            try views.pledge(LogPosition(offset: id), asOf: nil, today: DecisionDeskTests.today)?.pledge.status
        }
    }

    private static let today = SampleEvents.date("2024-08-01")

    /// Articles at 0 and 6: actors 1 and 2 at 1 and 2, a pledge at 3, in the first a request at 4.
    private static var events: [RecordedEvent] {
        var log = SampleLog()
        let actors = [SampleEvents.actor(1, .country, "Việt Nam"), SampleEvents.actor(2, .country, "Japan")]
        let request = SampleEvents.pledge(.request, by: [2], to: [1], quote: "asked it to simplify its permits")
        log.receive(SampleEvents.article(1), actors: actors, pledges: [SampleEvents.pledge(), request])
        log.receive(SampleEvents.article(2, title: "Again"), actors: actors, pledges: [SampleEvents.pledge()])
        return log.events
    }

    private func run(_ body: (Bench) async throws -> Void) async throws {
        let folder = try TemporaryFolder()
        let log = try await EventLog.open(
            folder: folder.path("log"),
            now: { Timestamp(microseconds: 1_722_500_000_000_000) }
        )
        let views = try ViewStore.open(path: folder.path("views.sqlite"))
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let projection = try ProjectionService(log: log, views: views, logger: logger)
        let events = Self.events
        for article in [1, 2] {
            let own = events.filter { $0.article == SampleEvents.articleID(article) }.map(\.event)
            _ = try await log.append([NewEntry(article: SampleEvents.articleID(article), events: own)])
        }
        let desk = DecisionDesk(
            log: log,
            views: views,
            projection: projection,
            fatalErrors: FatalErrors(),
            today: { Self.today }
        )
        let running = Task { try await projection.run() }
        let result: Result<Void, any Error>
        do {
            try await projection.waitUntilApplied(log.end)
            result = .success(try await body(Bench(log: log, views: views, desk: desk)))
        } catch {
            result = .failure(error)
        }
        running.cancel()
        do { try await running.value } catch is CancellationError {}
        await log.close()
        try result.get()
    }

    private func problem(_ bench: Bench, _ choice: DecisionRequest.Choice) async throws -> Problem {
        let end = bench.log.end
        let error = await #expect(throws: Problem.self) { try await bench.decide(choice) }
        #expect(bench.log.end == end, "Nothing is recorded.")
        return try #require(error)
    }

    private static let pledge = LogPosition(offset: 3)
    private static let request = LogPosition(offset: 4)
    private static let again = LogPosition(offset: 9)

    @Test func `a decision is one event, with who and why, and in the views when it is answered`() async throws {
        try await run { bench in
            let end = bench.log.end
            let reply = try await bench.decide(.resolve(pledge: Self.pledge, .fulfilled))
            #expect(
                reply == DecisionReply(decision: .pledgeResolved, position: end, sentence: "Pledge 3 is fulfilled.")
            )
            #expect(bench.log.end == end.next)
            let recorded = try #require(try await bench.log.read(from: end, countMax: 1).first)
            guard case .decided(let decision) = recorded.event else {
                Issue.record("\(recorded)")
                return
            }
            let user = try UserName.name(of: getuid())
            #expect(decision.who == user)
            #expect(decision.reason == "because")
            #expect(decision.references.map(\.article) == [SampleEvents.articleID(1)])
            #expect(try bench.status(3) == .fulfilled)
        }
    }

    @Test func `what was decided is taken back, and decided otherwise`() async throws {
        try await run { bench in
            _ = try await bench.decide(.dismiss(pledge: Self.pledge))
            #expect(try bench.status(3) == .dismissed)
            #expect(try await bench.decide(.reopen(pledge: Self.pledge)).sentence == "Pledge 3 is open again.")
            #expect(try bench.status(3) == .open)
        }
    }

    @Test func `tellings are parted and joined`() async throws {
        try await run { bench in
            #expect(try bench.views.pledgeID(Self.again) == Self.pledge)
            let parted = try await bench.decide(.unlink(pledge: Self.again)).sentence
            #expect(parted == "What is told at 9 is pledge 9 now.")
            let joined = try await bench.decide(.link(pledge: Self.again, other: Self.pledge)).sentence
            #expect(joined == "Pledges 9 and 3 are one: pledge 3.")
            #expect(try bench.views.pledgeID(Self.again) == Self.pledge)
        }
    }

    @Test func `actors are merged, renamed and separated`() async throws {
        try await run { bench in
            #expect(try await bench.decide(.rename(actor: 2, "Nippon")).sentence == "Actor 2 is called 'Nippon'.")
            #expect(try bench.views.actor(2, asOf: nil, today: Self.today)?.actor.name == "Nippon")
            #expect(
                try await bench.decide(.merge(actor: 2, into: 1)).sentence.hasPrefix("Actors 2 and 1 are one: actor ")
            )
            #expect(try bench.views.actorID(2) == bench.views.actorID(1))
            _ = try await bench.decide(.separate(actor: 2))
            #expect(try bench.views.actorID(2) != bench.views.actorID(1))
        }
    }

    @Test func `what is not there is not decided about`() async throws {
        try await run { bench in
            let none = LogPosition(offset: 99)
            let choices: [DecisionRequest.Choice] = [
                .resolve(pledge: none, .broken), .reopen(pledge: none), .dismiss(pledge: none), .unlink(pledge: none),
                .link(pledge: none, other: Self.pledge), .link(pledge: Self.pledge, other: none),
                .dismiss(pledge: .start), .merge(actor: 99, into: 1), .merge(actor: 1, into: 99),
                .rename(actor: 99, "x"),
                .separate(actor: 99),
            ]
            for choice in choices {
                let problem = try await problem(bench, choice)
                #expect(problem.kind == .notFound, "\(choice)")
                #expect(problem.detail.contains("nothing was recorded"))
            }
            #expect(try await problem(bench, .merge(actor: 1, into: 99)).parameter == "into")
        }
    }

    @Test func `what is so already is not decided again`() async throws {
        try await run { bench in
            let choices: [DecisionRequest.Choice] = [
                .link(pledge: Self.pledge, other: Self.pledge), .link(pledge: Self.pledge, other: Self.again),
                .unlink(pledge: Self.request), .reopen(pledge: Self.pledge), .merge(actor: 1, into: 1),
                .rename(actor: 2, "Japan"),
            ]
            for choice in choices {
                #expect(try await problem(bench, choice).kind == .alreadyDecided, "\(choice)")
            }
            _ = try await bench.decide(.merge(actor: 1, into: 2))
            let ring = try await problem(bench, .merge(actor: 2, into: 1))
            #expect(ring.detail == "Actors 2 and 1 are one already: nothing was recorded.")
            _ = try await bench.decide(.dismiss(pledge: Self.request))
            #expect(try await problem(bench, .dismiss(pledge: Self.request)).kind == .alreadyDecided)
        }
    }

    /// Of many that ask for the same at the same time, one gets it.
    @Test func `decisions are taken one after the other`() async throws {
        try await run { bench in
            let end = bench.log.end
            let taken = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        do {
                            _ = try await bench.decide(.dismiss(pledge: Self.pledge))
                            return true
                        } catch {
                            return false
                        }
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(taken == 1)
            #expect(bench.log.end == end.next)
        }
    }

    @Test func `a user without a name is told by number`() throws {
        #expect(try UserName.name(of: 0) == "root")
        #expect(try UserName.name(of: 3_999_999_999) == "uid 3999999999")
    }
}
