import PledgedCore
import PledgedTesting
import PledgedViews
import Testing

/// What people decide, and what becomes of it when articles are read anew.
struct DecisionsTests {
    private let vietnam = SampleEvents.actor(1, .country, "Vietnam", names: ["Việt Nam"])

    private func store() throws -> TestStore {
        var store = try TestStore()
        for (number, quote) in ["will build a deep-water port", "will dredge the Hải Phòng channel"].enumerated() {
            store.log.receive(
                SampleEvents.article(number + 1),
                actors: [vietnam],
                pledges: [SampleEvents.pledge(quote: quote, quantity: nil, deadline: .year(2024))]
            )
        }
        try store.catchUp()
        return store
    }

    private func decide(_ choice: Decision.Choice, in store: inout TestStore) throws {
        store.log.add(.decided(Decision(choice, who: "anna", reason: "she saw it")))
        try store.catchUp()
    }

    private func reference(_ store: TestStore, _ offset: UInt64) throws -> FactReference {
        try #require(try store.views.pledgeReference(LogPosition(offset: offset)))
    }

    private func status(_ store: TestStore, _ offset: UInt64) throws -> PledgeStatus? {
        try store.views.pledge(LogPosition(offset: offset))?.status
    }

    @Test func `the last decision about a pledge counts`() throws {
        var store = try store()
        let port = try reference(store, 2)
        for resolution in Resolution.allCases {
            try decide(.resolve(port, resolution), in: &store)
            #expect(try status(store, 2)?.rawValue == resolution.rawValue)
        }
        try decide(.reopen(port), in: &store)
        #expect(try status(store, 2) == .open)
        #expect(try status(store, 6) == .open)
        let detail = try #require(try store.views.pledge(LogPosition(offset: 2), asOf: nil, today: ViewStore.today))
        #expect(
            detail.decisions.map(\.decision) == [.pledgeResolved, .pledgeResolved, .pledgeResolved, .pledgeReopened]
        )
        #expect(detail.decisions.map(\.who) == Array(repeating: "anna", count: 4))
        #expect(detail.decisions.first?.resolution == .fulfilled)
    }

    @Test func `what was dismissed is shown only where it is asked for`() throws {
        var store = try store()
        try decide(.dismiss(reference(store, 2)), in: &store)
        #expect(try store.views.pledges(PledgeQuery()).rows.map(\.id.offset) == [6])
        var query = PledgeQuery()
        query.status = [.dismissed]
        #expect(try store.views.pledges(query).rows.map(\.id.offset) == [2])
        #expect(try status(store, 2) == .dismissed)
    }

    @Test func `decisions outlive a new reading, a correction and a rebuild`() async throws {
        var store = try store()
        try decide(.resolve(reference(store, 2), .fulfilled), in: &store)
        try decide(.link(reference(store, 2), reference(store, 6)), in: &store)
        let again = SampleEvents.pledge(
            quote: "will build a deep-water port in Huế",
            quantity: nil,
            deadline: .year(2024)
        )
        store.log.read(SampleEvents.articleID(1), actors: [vietnam], pledges: [again])
        store.log.receive(
            SampleEvents.article(3),
            revises: SampleEvents.articleID(2),
            actors: [vietnam],
            pledges: [
                SampleEvents.pledge(quote: "will dredge the channel of Hải Phòng", quantity: nil, deadline: .year(2024))
            ]
        )
        try store.catchUp()
        for _ in 0..<2 {
            let rows = try store.views.pledges(PledgeQuery()).rows
            #expect(rows.map(\.id.offset) == [2])
            #expect(rows.map(\.status) == [.fulfilled])
            #expect(rows.map(\.tellings) == [2])
            let log = store.log
            try await store.views.rebuild(until: log.end) { from, count in log.read(from: from, countMax: count) }
        }
    }

    @Test func `what a person joins is one, what a person parts is two`() throws {
        var store = try store()
        try decide(.link(reference(store, 2), reference(store, 6)), in: &store)
        #expect(try store.views.pledges(PledgeQuery()).rows.map(\.id.offset) == [2])
        let detail = try #require(try store.views.pledge(LogPosition(offset: 2), asOf: nil, today: ViewStore.today))
        #expect(detail.tellings.last?.match?.reasons == ["joined by anna: she saw it"])
        try decide(.unlink(reference(store, 6)), in: &store)
        #expect(try store.views.pledges(PledgeQuery()).rows.map(\.id.offset) == [6, 2])
        // Told again in the same words, it stays apart from the one that was parted.
        store.log.receive(
            SampleEvents.article(5),
            actors: [vietnam],
            pledges: [SampleEvents.pledge(quote: "will dredge the Hải Phòng channel", quantity: nil, deadline: nil)]
        )
        try store.catchUp()
        #expect(try store.views.pledges(PledgeQuery()).total == 3)
    }

    @Test func `a decision about what no event stated is set aside`() throws {
        var store = try store()
        let nothing = FactReference(position: .start, article: SampleEvents.articleID(1), span: TextSpan(0..<1))
        try decide(.dismiss(nothing), in: &store)
        #expect(try store.views.quarantined(countMax: 9).map(\.name) == [.pledgeDismissed])
    }

    // MARK: Actors

    private func people() throws -> TestStore {
        var store = try TestStore()
        let names = [
            ("Jane Roe", "director", "Acme Bank"), ("Jane Roe", "captain", "Hanoi Police"),
            ("J. Roe", "director", "Acme Bank"),
        ]
        for (number, (name, role, owner)) in names.enumerated() {
            store.log.receive(
                SampleEvents.article(number + 1, date: "2024-07-1\(number)"),
                actors: [
                    SampleEvents.actor(1, .person, name, role: role, affiliation: 2),
                    SampleEvents.actor(2, .organization, owner),
                ],
                pledges: [SampleEvents.pledge(quote: "will open a branch in Huế", quantity: nil, deadline: nil)]
            )
        }
        try store.catchUp()
        return store
    }

    private func actor(_ store: TestStore, named name: String) throws -> [ActorRow] {
        var query = ActorQuery()
        query.kind = .person
        query.name = name
        return try store.views.actors(query).rows
    }

    @Test func `two of one name stay two, until a person says that they are one`() throws {
        var store = try people()
        let two = try actor(store, named: "Jane Roe")
        #expect(two.map(\.articles) == [1, 1])
        #expect(try store.views.pledges(PledgeQuery()).total == 2)
        let references = try two.map { try #require(try store.views.actorReference($0.id)) }
        try decide(.merge(references[1], into: references[0]), in: &store)
        let one = try actor(store, named: "Jane Roe")
        #expect(one.map(\.articles) == [2])
        #expect(one.map(\.id) == [two[0].id])
        #expect(one.map(\.roles) == [["captain", "director"]])
        // Their pledges in the same words are one by now.
        #expect(try store.views.pledges(PledgeQuery()).total == 1)
        #expect(try store.views.actorID(two[1].id) == two[0].id)
        try decide(.separate(references[1]), in: &store)
        #expect(try actor(store, named: "Jane Roe").map(\.id) == two.map(\.id))
        let detail = try #require(try store.views.actor(two[0].id, asOf: nil, today: ViewStore.today))
        #expect(detail.decisions.map(\.decision) == [.actorsMerged])
        #expect(detail.roles.map(\.role) == ["director"])
        #expect(detail.roles.map(\.affiliation?.name) == ["Acme Bank"])
        #expect(detail.with.map(\.actor.name) == ["Acme Bank"])
        #expect(detail.pledged.map(\.quote) == ["will open a branch in Huế"])
    }

    @Test func `a name that a person gave stays`() throws {
        var store = try people()
        let jane = try #require(try actor(store, named: "Jane Roe").first)
        let reference = try #require(try store.views.actorReference(jane.id))
        try decide(.rename(reference, "Dr Jane Roe of Acme"), in: &store)
        #expect(try store.views.actor(jane.id)?.name == "Dr Jane Roe of Acme")
        store.log.read(
            SampleEvents.articleID(1),
            actors: [
                SampleEvents.actor(1, .person, "Jane Roe", role: "director", affiliation: 2),
                SampleEvents.actor(2, .organization, "Acme Bank"),
            ]
        )
        try store.catchUp()
        #expect(try store.views.actor(jane.id)?.name == "Dr Jane Roe of Acme")
    }
}
