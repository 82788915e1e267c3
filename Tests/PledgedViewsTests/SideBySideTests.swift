import Foundation
import PledgedCore
import PledgedTesting
import PledgedViews
import Testing

/// What is one pledge only by all that its article tells: seen when the article is read to its end.
struct SideBySideTests {
    private let vietnam = SampleEvents.actor(1, .country, "Vietnam", names: ["Việt Nam"])

    /// A promise of Việt Nam's in the words of an article.
    private struct Promise {
        let quote: String
        var quantity: Quantity?
        var deadline: EDTFDate?
        var said: String?
    }

    private func pledges(_ promises: [Promise], in text: String, _ day: String) throws -> [Pledge] {
        try promises.map { promise in
            let range = try #require(text.range(of: promise.quote))
            let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            return Pledge(
                kind: .plan,
                by: [ActorLabel(1)],
                to: [],
                speaker: nil,
                action: promise.quote,
                quantity: promise.quantity,
                deadline: promise.deadline,
                said: SampleEvents.date(promise.said ?? day),
                cue: "",
                anchor: Anchor(
                    span: TextSpan(start..<(start + promise.quote.utf8.count)),
                    quote: promise.quote
                ),
                confidence: 80
            )
        }
    }

    private func tell(
        _ store: inout TestStore,
        _ number: Int,
        _ day: String,
        _ text: String,
        _ promises: [Promise],
        revises: Int? = nil
    ) throws {
        store.log.receive(
            SampleEvents.article(number, date: day, title: "Story \(number)", text: text),
            revises: revises.map { SampleEvents.articleID($0) },
            actors: [vietnam],
            pledges: try pledges(promises, in: text, day)
        )
        try store.catchUp()
    }

    /// The quotes of every pledge, in the order in which they were said.
    private func quotes(_ store: TestStore) throws -> Set<[String]> {
        Set(
            try store.views.pledges(PledgeQuery()).rows.map { row in
                try #require(try store.views.pledge(row.id, asOf: nil, today: ViewStore.today)).tellings.map(\.quote)
            }
        )
    }

    private func reasons(_ store: TestStore) throws -> [String] {
        let rows = try store.views.pledges(PledgeQuery()).rows
        let details = try rows.compactMap { try store.views.pledge($0.id, asOf: nil, today: ViewStore.today) }
        return details.flatMap(\.tellings).compactMap(\.match).flatMap(\.reasons)
    }

    private func stations(_ value: Double) -> Quantity { Quantity(value: value, unit: "stations") }

    @Test func `an old promise and the new one that an article tells beside it are one pledge, revised`() throws {
        var store = try TestStore()
        try tell(
            &store,
            1,
            "2024-06-04",
            "Việt Nam promised last year to have 1,000 masts by 2023. It now vows to have 3,000 on air by 2025.",
            [
                Promise(
                    quote: "have 1,000 masts by 2023",
                    quantity: stations(1000),
                    deadline: .year(2023),
                    said: "2023-01-24"
                ),
                Promise(quote: "vows to have 3,000 on air by 2025", quantity: stations(3000), deadline: .year(2025)),
            ]
        )
        #expect(try quotes(store) == [["have 1,000 masts by 2023", "vows to have 3,000 on air by 2025"]])
        let row = try #require(try store.views.pledges(PledgeQuery()).rows.first)
        #expect(row.quantity == stations(3000))
        #expect(row.revisions == 2)
        #expect(try reasons(store).first == "one article tells both, the one as promised before")
    }

    @Test func `two promises of one day in one article stay two`() throws {
        var store = try TestStore()
        try tell(
            &store,
            1,
            "2024-06-04",
            "Việt Nam will have 1,000 masts by 2025. It vows to have 3,000 on air by 2026.",
            [
                Promise(quote: "have 1,000 masts by 2025", quantity: stations(1000), deadline: .year(2025)),
                Promise(quote: "vows to have 3,000 on air by 2026", quantity: stations(3000), deadline: .year(2026)),
            ]
        )
        #expect(try quotes(store).count == 2)
    }

    @Test func `the balance is that of the sum which the article gives before`() throws {
        var store = try TestStore()
        let sum = Quantity(value: 45_000_000, unit: "PEN")
        let text =
            "In 2022 Việt Nam pledged 45 million soles for irrigation. The balance would follow. A school will open."
        try tell(
            &store,
            1,
            "2024-06-04",
            text,
            [
                Promise(quote: "pledged 45 million soles for irrigation", quantity: sum, said: "2022-02-10"),
                Promise(quote: "The balance would follow"), Promise(quote: "A school will open"),
            ]
        )
        #expect(
            try quotes(store)
                == [["pledged 45 million soles for irrigation", "The balance would follow"], ["A school will open"]]
        )
    }

    private let first = Promise(quote: "become carbon neutral by 2030", deadline: .year(2030))
    private let again = Promise(quote: "set itself a deadline of 2030 for neutrality", deadline: .year(2030))
    private let rival = Promise(quote: "Stores of carbon are to be counted by 2030", deadline: .year(2030))

    /// Two articles; the second tells of one thing that is like the first one's, or of two.
    private func store(withRival: Bool) throws -> TestStore {
        var store = try TestStore()
        try tell(&store, 1, "2021-11-03", "Its towns are to become carbon neutral by 2030.", [first])
        try tell(
            &store,
            2,
            "2025-04-10",
            "It has set itself a deadline of 2030 for neutrality. Stores of carbon are to be counted by 2030.",
            withRival ? [again, rival] : [again]
        )
        return store
    }

    @Test func `what is most alike of two articles is one pledge, and told why`() throws {
        let store = try store(withRival: false)
        #expect(try quotes(store) == [[first.quote, again.quote]])
        #expect(
            try reasons(store) == [
                "nothing else in the two articles is as much alike", "one gives no number", "the same deadline: 2030",
            ]
        )
    }

    @Test func `where something else is as much alike, neither is joined`() throws {
        var store = try store(withRival: true)
        #expect(try quotes(store).count == 3)
        // Once the rival turns out to be a mistake, nothing stands in the way.
        try tell(&store, 3, "2025-04-11", "It has set itself a deadline of 2030 for neutrality.", [again], revises: 2)
        #expect(try quotes(store) == [[first.quote, again.quote]])
        // And it stands there again where the article is read anew.
        let text = "It has set itself a deadline of 2030 for neutrality. Stores of carbon are to be counted by 2030."
        try tell(&store, 4, "2025-04-12", text, [again, rival], revises: 3)
        #expect(try quotes(store).count == 3)
    }

    @Test func `nothing is joined beside the others while an article is being read`() throws {
        let whole = try store(withRival: false)
        let store = try TestStore()
        let events = whole.log.events
        try store.views.apply(Array(events.dropLast()))
        #expect(try quotes(store).count == 2)
        try store.views.apply(Array(events.suffix(1)))
        #expect(try quotes(store) == quotes(whole))
    }

    /// Whoever applies remembers what an article has told so far; that is looked up where it was forgotten.
    @Test func `where batches end, and the program starts again, changes nothing`() async throws {
        var log = SampleLog()
        for article in try SeriesArticle.series().prefix(12).flatMap(\.articles) {
            log.receive(article.article, actors: article.actors, pledges: article.pledges)
        }
        let together = try TestStore()
        try together.views.apply(log.events)
        let digest = try together.views.digest()
        let apart = try TestStore()
        for start in stride(from: 0, to: log.events.count, by: 7) {
            let again = try ViewStore.open(path: apart.views.path)
            try again.apply(Array(log.events[start..<min(start + 7, log.events.count)]))
        }
        #expect(try ViewStore.open(path: apart.views.path).digest() == digest)
        let events = log
        try await apart.views.rebuild(until: log.end) { events.read(from: $0, countMax: $1) }
        #expect(try apart.views.digest() == digest)
    }
}
