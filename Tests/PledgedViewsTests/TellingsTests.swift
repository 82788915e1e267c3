import PledgedCore
import PledgedTesting
import PledgedViews
import Testing

/// One pledge told in several articles.
struct TellingsTests {
    private let vietnam = SampleEvents.actor(1, .country, "Vietnam", names: ["Việt Nam"])
    private let engineers = Quantity(value: 50_000, unit: "engineers")

    /// An article in which Việt Nam pledges something.
    private func tell(
        _ store: inout TestStore,
        _ number: Int,
        _ day: String,
        _ quote: String,
        _ quantity: Quantity? = nil,
        _ deadline: EDTFDate? = nil,
        kind: Pledge.Kind = .plan,
        revises: Int? = nil
    ) throws {
        let pledge = SampleEvents.pledge(kind, quote: quote, quantity: quantity, deadline: deadline, said: day)
        store.log.receive(
            SampleEvents.article(number, date: day, title: "Story \(number)", text: quote),
            revises: revises.map { SampleEvents.articleID($0) },
            actors: [vietnam],
            pledges: [pledge]
        )
        try store.catchUp()
    }

    private func only(_ store: TestStore) throws -> PledgeDetail {
        let rows = try store.views.pledges(PledgeQuery()).rows
        #expect(rows.count == 1)
        let first = try #require(rows.first)
        return try #require(try store.views.pledge(first.id, asOf: nil, today: ViewStore.today))
    }

    @Test func `a pledge told again is one pledge, and a silent field changes nothing`() throws {
        var store = try TestStore()
        try tell(&store, 1, "2024-07-09", "plan to train 50,000 chip engineers by 2030", engineers, .year(2030))
        try tell(&store, 2, "2025-02-01", "aims to train 50,000 engineers for the semiconductor industry", engineers)
        let detail = try only(store)
        #expect(detail.pledge.tellings == 2)
        #expect(detail.pledge.deadline == .year(2030))
        #expect(detail.pledge.said == SampleEvents.date("2024-07-09"))
        #expect(detail.pledge.lastSaid == SampleEvents.date("2025-02-01"))
        #expect(detail.revisions.isEmpty)
        #expect(detail.tellings.map(\.title) == ["Story 1", "Story 2"])
        #expect(detail.tellings[0].match == nil)
        let match = try #require(detail.tellings[1].match)
        #expect(match.with == detail.tellings[0].id)
        #expect(match.words.sorted() == ["chip", "engin", "train"])
        #expect(match.reasons == ["the same number: 50,000 engineers", "one gives no deadline"])
    }

    @Test func `another number is a revision, told from old to new`() throws {
        var store = try TestStore()
        try tell(&store, 1, "2024-07-09", "plan to train 50,000 chip engineers by 2030", engineers, .year(2030))
        let fewer = Quantity(value: 35_000, unit: "engineers")
        try tell(&store, 2, "2025-02-01", "will now train 35,000 chip engineers by 2030", fewer, .year(2030))
        let detail = try only(store)
        #expect(detail.pledge.quantity == fewer)
        #expect(detail.pledge.revisions == 1)
        let revision = try #require(detail.revisions.first)
        #expect((revision.field, revision.old, revision.new) == (.quantity, "50,000 engineers", "35,000 engineers"))
        #expect(revision.article == SampleEvents.articleID(2))
        #expect(revision.said == SampleEvents.date("2025-02-01"))
        #expect(revision.speaker?.name == "Vietnam")
    }

    @Test func `another date is a revision, a finer one is not`() throws {
        var store = try TestStore()
        try tell(&store, 1, "2024-07-09", "will open the Long Thành airport in 2026", nil, .year(2026))
        try tell(&store, 2, "2025-02-01", "will open the Long Thành airport in June 2026", nil, .month(6, of: 2026))
        #expect(try only(store).revisions.isEmpty)
        #expect(try only(store).pledge.deadline == .month(6, of: 2026))
        try tell(&store, 3, "2025-12-01", "will open the Long Thành airport by the end of 2027", nil, .year(2027))
        let revision = try #require(try only(store).revisions.first)
        #expect((revision.field, revision.old, revision.new) == (.deadline, "2026-06", "2027"))
    }

    @Test func `other things that one party promises are other pledges`() throws {
        var store = try TestStore()
        try tell(&store, 1, "2024-07-09", "plan to train 50,000 chip engineers by 2030", engineers, .year(2030))
        let designers = Quantity(value: 15_000, unit: "designers")
        try tell(&store, 2, "2024-07-09", "to train 15,000 chip designers by 2030", designers, .year(2030))
        try tell(
            &store,
            3,
            "2024-07-09",
            "train 50,000 nurses by 2030",
            Quantity(value: 50_000, unit: "nurses"),
            .year(2030)
        )
        try tell(&store, 4, "2024-07-09", "asked for 50,000 chip engineers to be trained", engineers, kind: .request)
        #expect(try store.views.pledges(PledgeQuery()).total == 4)
    }

    @Test func `each year's target is one of its own`() throws {
        var store = try TestStore()
        try tell(
            &store,
            1,
            "2024-01-09",
            "to welcome 18 million foreign visitors in 2024",
            nil,
            .year(2024),
            kind: .target
        )
        try tell(&store, 2, "2025-01-09", "to welcome foreign visitors in 2025", nil, .year(2025), kind: .target)
        #expect(try store.views.pledges(PledgeQuery()).total == 2)
    }

    @Test func `a later telling joins two that nothing joined before, and both numbers lead to it`() throws {
        var store = try TestStore()
        try tell(&store, 1, "2024-07-09", "will build a deep-water port")
        try tell(&store, 2, "2024-08-09", "will dredge the Hải Phòng channel")
        #expect(try store.views.pledges(PledgeQuery()).rows.map(\.id.offset) == [6, 2])
        try tell(&store, 3, "2024-09-09", "will build a deep-water port and dredge the Hải Phòng channel")
        let detail = try only(store)
        #expect(detail.pledge.id.offset == 2)
        #expect(detail.pledge.tellings == 3)
        #expect(try store.views.pledge(LogPosition(offset: 6))?.id.offset == 2)
        #expect(try store.views.pledgeID(LogPosition(offset: 10))?.offset == 2)
    }

    @Test func `a pledge keeps its number when its article is read anew or corrected`() throws {
        var store = try TestStore()
        try tell(&store, 1, "2024-07-09", "will build a deep-water port in Hải Phòng")
        let id = try only(store).pledge.id
        store.log.read(
            SampleEvents.articleID(1),
            reader: "newer",
            actors: [vietnam],
            pledges: [SampleEvents.pledge(quote: "will build a deep-water port", quantity: nil, deadline: nil)]
        )
        try store.catchUp()
        #expect(try only(store).pledge.id == id)
        try tell(&store, 2, "2024-07-09", "will build a deep-water port", revises: 1)
        #expect(try only(store).pledge.id == id)
        #expect(try only(store).pledge.article == SampleEvents.articleID(2))
    }

    @Test func `a telling that is withdrawn takes its revision with it`() throws {
        var store = try TestStore()
        try tell(&store, 1, "2024-07-09", "plan to train 50,000 chip engineers by 2030", engineers, .year(2030))
        let fewer = Quantity(value: 35_000, unit: "engineers")
        try tell(&store, 2, "2025-02-01", "will now train 35,000 chip engineers by 2030", fewer, .year(2030))
        try tell(&store, 3, "2025-02-01", "will open a stadium in Huế", revises: 2)
        let rows = try store.views.pledges(PledgeQuery()).rows
        #expect(rows.map(\.revisions) == [0, 0])
        #expect(rows.last?.quantity == engineers)
    }

    @Test func `happenings that may show that it was kept are proposed`() throws {
        var store = try TestStore()
        try tell(&store, 1, "2023-07-09", "plan to train 50,000 chip engineers by 2030", engineers, .year(2030))
        store.log.receive(
            SampleEvents.article(2),
            actors: [vietnam],
            happenings: [
                SampleEvents.happening(.month(5, of: 2024), actors: [1], quote: "trained 52,000 chip engineers in May"),
                SampleEvents.happening(.month(5, of: 2024), actors: [1], quote: "trained 12,000 chip engineers in May"),
                SampleEvents.happening(.month(5, of: 2024), actors: [1], quote: "opened a stadium in May"),
                SampleEvents.happening(.year(2030), actors: [1], quote: "train 50,000 chip engineers by 2030"),
            ]
        )
        try store.catchUp()
        let detail = try only(store)
        #expect(detail.evidence.map(\.quote) == ["trained 52,000 chip engineers in May"])
        #expect(detail.pledge.status == .open)
    }
}
