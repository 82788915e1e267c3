import PledgedCore
import PledgedTesting
import PledgedViews
import Testing

struct PledgesTests {
    private let vietnam = ActorReference(id: 1, name: "Vietnam")
    private let japan = ActorReference(id: 2, name: "Japan")

    private func store() throws -> TestStore {
        var store = try TestStore()
        store.log.receive(
            SampleEvents.article(1),
            actors: [
                SampleEvents.actor(1, .country, "Vietnam", names: ["Việt Nam"]),
                SampleEvents.actor(2, .country, "Japan"),
                SampleEvents.actor(3, .person, "Phạm Quang Hiếu"),
            ],
            pledges: [
                SampleEvents.pledge(.plan, by: [1], speaker: 3, said: "2024-07-09"),
                SampleEvents.pledge(
                    .commitment,
                    by: [2, 1],
                    to: [1],
                    quote: "will lend ¥61 billion\nto Đồng Nai",
                    quantity: Quantity(value: 61e9, unit: "JPY"),
                    deadline: .month(6, of: 2025),
                    said: "2024-07-10"
                ),
                SampleEvents.pledge(.request, by: [2], to: [1], quantity: nil, deadline: nil, said: nil),
            ]
        )
        var unnamed = SampleEvents.pledge(.offer, by: [], said: "2024-07-09")
        unnamed.byText = "the authorities"
        unnamed.deadline = EDTFDate(.open, to: .year(2040))
        store.log.receive(SampleEvents.article(2), pledges: [unnamed])
        try store.catchUp()
        return store
    }

    private func kinds(_ change: (inout PledgeQuery) -> Void) throws -> [Pledge.Kind] {
        var query = PledgeQuery()
        change(&query)
        return try store().views.pledges(query).rows.map(\.kind)
    }

    @Test func `lists what was said last first`() throws {
        #expect(try kinds { _ in } == [.commitment, .offer, .plan, .request])
    }

    @Test func `gives back what was stated`() throws {
        let store = try store()
        let row = try #require(try store.views.pledge(LogPosition(offset: 5)))
        #expect(row.by == [japan, vietnam])
        #expect(row.to == [vietnam])
        #expect(row.quantity == Quantity(value: 61e9, unit: "JPY"))
        #expect(row.deadline == .month(6, of: 2025))
        #expect(row.said == SampleEvents.date("2024-07-10"))
        #expect(row.quote == "will lend ¥61 billion\nto Đồng Nai")
        #expect(row.span == SampleEvents.anchor(row.quote).span)
        #expect(row.article == SampleEvents.articleID(1))
        #expect(row.confidence == 80)
        let plan = try #require(try store.views.pledge(LogPosition(offset: 4)))
        #expect(plan.speaker == ActorReference(id: 3, name: "Phạm Quang Hiếu"))
        #expect(try store.views.pledge(.start) == nil)
    }

    @Test func `asks for kind and parties, by number or part of a name`() throws {
        #expect(try kinds { $0.kind = .request } == [.request])
        #expect(try kinds { $0.by = "viet" } == [.commitment, .plan])
        #expect(try kinds { $0.by = "2" } == [.commitment, .request])
        #expect(try kinds { ($0.by, $0.to) = ("JAPAN", "Việt") } == [.commitment, .request])
        #expect(try kinds { $0.by = "nobody" } == [])
        #expect(try kinds { $0.by = "99999999999999999999" } == [])
    }

    @Test func `asks for article, words and days`() throws {
        #expect(try kinds { $0.article = SampleEvents.articleID(2) } == [.offer])
        #expect(try kinds { $0.about = "lend billion" } == [.commitment])
        #expect(try kinds { $0.about = "billion to dong" } == [.commitment])
        #expect(try kinds { $0.about = "engineer 50,000" } == [.offer, .plan, .request])
        #expect(try kinds { $0.about = "***" } == [])
        #expect(try kinds { ($0.by, $0.about) = ("viet", "engineer") } == [.plan])
        #expect(try kinds { ($0.article, $0.about) = (SampleEvents.articleID(2), "engineer") } == [.offer])
        #expect(try kinds { ($0.by, $0.about) = ("nobody", "engineer") } == [])
        #expect(try kinds { $0.dueBefore = SampleEvents.date("2025-06-30") } == [.commitment])
        #expect(try kinds { $0.dueBefore = SampleEvents.date("2025-06-29") } == [])
        #expect(try kinds { $0.dueBefore = SampleEvents.date("2040-12-31") } == [.commitment, .offer, .plan])
        #expect(try kinds { $0.saidFrom = SampleEvents.date("2024-07-10") } == [.commitment])
    }

    @Test func `keeps the words for a party that is no actor`() throws {
        var query = PledgeQuery()
        query.kind = .offer
        let row = try #require(try store().views.pledges(query).rows.first)
        #expect(row.by == [])
        #expect(row.byText == "the authorities")
        #expect(row.deadline == EDTFDate(.open, to: .year(2040)))
    }

    @Test func `gives pages with the whole length`() throws {
        var query = PledgeQuery()
        query.page = PageRequest(limit: 1, offset: 3)
        let page = try store().views.pledges(query)
        #expect(page.rows.map(\.kind) == [.request])
        #expect(page.total == 4)
    }
}
