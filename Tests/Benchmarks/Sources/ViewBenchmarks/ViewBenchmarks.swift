import Foundation
import PledgedCore
import PledgedViews

/// Measures the views at scale: how fast they are made, how fast one article is taken in, how fast they answer.
///
///     swift run -c release --package-path Tests/Benchmarks ViewBenchmarks 10000 100000
///     swift run -c release --package-path Tests/Benchmarks ViewBenchmarks --rebuild-only 1000000
///
/// With `--rebuild-only` nothing is taken in one by one, and nothing is asked but how many pledges there are. The articles are made by ``TellingMachine``; nothing but the views and the machine is measured.
@main struct ViewBenchmarks {
    static func main() async throws {
        let isRebuildOnly = CommandLine.arguments.contains("--rebuild-only")
        let sizes = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        print(
            "| articles | events | events/s | per second of processor | apply p50, p99 ms | question p50, p99 ms "
                + "| slowest questions, ms | file MB | memory MB | at most, MB |"
        )
        print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
        for size in sizes.isEmpty ? [1_000, 10_000] : Array(sizes) {
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pledged-views-\(UUID())").path
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let benchmark = ScaleBenchmark(articles: size, folder: folder)
            do {
                print(try await isRebuildOnly ? benchmark.rebuildOnly() : benchmark.run())
                try FileManager.default.removeItem(atPath: folder)
            } catch {
                try FileManager.default.removeItem(atPath: folder)
                throw error
            }
        }
    }
}

/// One size of log.
struct ScaleBenchmark {
    let articles: Int
    let folder: String
    private let machine: TellingMachine
    private static let today = CalendarDate(daysSinceEpoch: 20_000)
    /// Articles taken in one by one at the end.
    private static let live = 200

    init(articles: Int, folder: String) {
        (self.articles, self.folder) = (articles, folder)
        machine = TellingMachine(articles: articles)
    }

    func run() async throws -> String {
        let views = try ViewStore.open(path: "\(folder)/views.sqlite")
        var (position, rates) = try await rebuild(views, of: articles - Self.live)
        var apply: [Double] = []
        for number in articles - Self.live..<articles {
            let events = recorded(number..<number + 1, from: &position)
            apply.append(try milliseconds { try views.apply(events) })
        }
        let (questions, slowest) = try ask(views)
        try checkPledges(of: views)
        return "\(rates) | \(percentiles(apply)) | \(percentiles(questions)) | \(slowest) | \(try sizes())"
    }

    /// Nothing but the rebuild: for sizes at which the questions would take hours.
    func rebuildOnly() async throws -> String {
        let views = try ViewStore.open(path: "\(folder)/views.sqlite")
        let (_, rates) = try await rebuild(views, of: articles)
        try checkPledges(of: views)
        return "\(rates) | | | | \(try sizes())"
    }

    /// Rebuilds `views` from the first `count` articles; returns the position reached, and the figures.
    private func rebuild(_ views: ViewStore, of count: Int) async throws -> (position: LogPosition, rates: String) {
        let position = LogPosition(offset: UInt64(count * TellingMachine.eventsPerArticle))
        let (begin, processor) = (ContinuousClock.now, seconds(CLOCK_PROCESS_CPUTIME_ID))
        var making = 0.0
        try await views.rebuild(until: position) { from, countMax in
            // What the machine takes of the processor is not the views'.
            let begin = seconds(CLOCK_THREAD_CPUTIME_ID)
            defer { making += seconds(CLOCK_THREAD_CPUTIME_ID) - begin }
            return events(from: from, countMax)
        }
        let rate = Double(position.offset) / ((ContinuousClock.now - begin) / .seconds(1))
        let processorRate = Double(position.offset) / (seconds(CLOCK_PROCESS_CPUTIME_ID) - processor - making)
        return (position, "| \(articles) | \(position.offset) | \(Int(rate)) | \(Int(processorRate))")
    }

    private func checkPledges(of views: ViewStore) throws {
        let total = try views.pledges(PledgeQuery(), today: Self.today).total
        if total != expectedPledges {
            FileHandle.standardError.write(Data("\(total) pledges, \(expectedPledges) told\n".utf8))
        }
    }

    private func sizes() throws -> String {
        "\(try fileSize() >> 20) | \(memory("VmRSS:") >> 10) | \(memory("VmHWM:") >> 10) |"
    }

    /// How many pledges were told at all, by the machine's own books.
    private var expectedPledges: Int { machine.toldPledges(in: articles) }

    /// Events of a rebuild from `position` on, which may lie within an article.
    private func events(from position: LogPosition, _ countMax: Int) -> [RecordedEvent] {
        let first = Int(position.offset) / TellingMachine.eventsPerArticle
        let skipped = Int(position.offset) % TellingMachine.eventsPerArticle
        let last = first + (skipped + countMax) / TellingMachine.eventsPerArticle + 1
        var start = LogPosition(offset: UInt64(first * TellingMachine.eventsPerArticle))
        return Array(recorded(first..<last, from: &start).dropFirst(skipped).prefix(countMax))
    }

    private func recorded(_ range: Range<Int>, from position: inout LogPosition) -> [RecordedEvent] {
        var recorded: [RecordedEvent] = []
        for number in range {
            let events = machine.events(of: number)
            guard case .articleReceived(let received)? = events.first else { continue }
            // Four hundred articles a day.
            let time = Timestamp(microseconds: 1_500_000_000_000_000 + Int64(number) * 216_000_000)
            for event in events {
                recorded.append(
                    RecordedEvent(position: position, recorded: time, article: received.article.id, event: event)
                )
                position = position.next
            }
        }
        return recorded
    }

    // MARK: Questions

    private func ask(_ views: ViewStore) throws -> (times: [Double], slowest: String) {
        var times: [Double] = []
        var slowest: [String: Double] = [:]
        let actors = try views.actors(ActorQuery()).rows
        for round in 0..<20 {
            let actor = String(actors[round % actors.count].id)
            for (name, ask) in questions(actor, round) {
                let time = try milliseconds { try ask(views) }
                times.append(time)
                slowest[name] = max(slowest[name] ?? 0, time)
            }
        }
        let worst = slowest.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.prefix(5)
        return (times, worst.map { "\($0.key) \(rounded($0.value))" }.joined(separator: "; "))
    }

    private typealias Question = (name: String, ask: (ViewStore) throws -> Void)

    private func questions(_ actor: String, _ round: Int) -> [Question] {
        func pledges(_ name: String, _ change: @escaping (inout PledgeQuery) -> Void) -> Question {
            (
                name,
                { views in
                    var query = PledgeQuery()
                    change(&query)
                    _ = try views.pledges(query, today: Self.today)
                }
            )
        }
        let day = Self.today.adding(days: -100 * round)
        return [
            pledges("pledges") { _ in }, pledges("pledges by") { $0.by = actor },
            pledges("pledges by and about") { ($0.by, $0.about) = (actor, "engineers") },
            pledges("pledges to") { $0.to = actor }, pledges("pledges about") { $0.about = "train satellites" },
            pledges("pledges overdue") { $0.status = [.overdue] }, pledges("pledges due") { $0.status = [.due] },
            pledges("pledges revised") { $0.status = [.revised] }, pledges("requests") { $0.kind = .request },
            pledges("pledges due before") { ($0.dueBefore, $0.sort) = (day, .due) },
            pledges("pledges said from") { $0.saidFrom = day },
            pledges("pledges of a quantity") { ($0.minQuantity, $0.unit, $0.sort) = (8_000, "engineers", .quantity) },
            pledges("pledges by tellings") { $0.sort = .tellings },
            ("actors", { _ = try $0.actors(ActorQuery()) }),
            (
                "actors by name",
                { views in
                    var query = ActorQuery()
                    query.name = "bakox"
                    _ = try views.actors(query)
                }
            ),
            ("one actor", { _ = try $0.actor(Int64(actor) ?? 1, asOf: nil, today: Self.today) }),
            (
                "one pledge",
                { views in
                    guard let row = try views.pledges(PledgeQuery(), today: Self.today).rows.first else { return }
                    _ = try views.pledge(row.id, asOf: nil, today: Self.today)
                }
            ),
            (
                "timeline",
                { views in
                    var query = TimelineQuery()
                    (query.from, query.to) = (day.adding(days: -30), day)
                    _ = try views.timeline(query)
                }
            ),
            (
                "timeline of an actor",
                { views in
                    var query = TimelineQuery()
                    query.actor = actor
                    _ = try views.timeline(query)
                }
            ),
            ("search", { _ = try $0.search(SearchQuery(words: "satellites ferries")) }),
            (
                "changes",
                { views in
                    let cursor = try views.changeCursor(at: LogPosition(offset: UInt64(round * 100)))
                    _ = try views.changes(ChangeQuery(after: cursor), today: Self.today)
                }
            ),
        ]
    }

    // MARK: Figures

    /// What `clock` shows.
    private func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private func milliseconds(_ body: () throws -> Void) rethrows -> Double {
        let begin = ContinuousClock.now
        try body()
        return (ContinuousClock.now - begin) / .milliseconds(1)
    }

    private func percentiles(_ times: [Double]) -> String {
        let sorted = times.sorted()
        return
            "\(rounded(sorted[sorted.count / 2])), \(rounded(sorted[min(sorted.count - 1, sorted.count * 99 / 100)]))"
    }

    private func rounded(_ value: Double) -> String { String(format: "%.1f", value) }

    private func fileSize() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: folder).reduce(0) { sum, name in
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
            return sum + ((attributes[.size] as? Int) ?? 0)
        }
    }

    /// A figure of this process's memory, in KB.
    private func memory(_ name: String) -> Int {
        do {
            let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
            let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
            return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
        } catch {
            return 0
        }
    }
}
