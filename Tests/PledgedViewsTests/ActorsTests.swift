import PledgedCore
import PledgedTesting
import PledgedViews
import Testing

struct ActorsTests {
    private func actors(_ views: ViewStore, _ name: String? = nil) throws -> [ActorRow] {
        var query = ActorQuery()
        query.name = name
        return try views.actors(query).rows
    }

    @Test func `makes one row of a party that articles write in many ways`() throws {
        var store = try TestStore()
        store.log.receive(
            SampleEvents.article(1, date: "2024-07-10"),
            actors: [SampleEvents.actor(1, .country, "Vietnam", names: ["VIETNAM", "Việt Nam"])],
            pledges: [SampleEvents.pledge()]
        )
        store.log.receive(
            SampleEvents.article(2, date: "2023-01-02"),
            actors: [
                SampleEvents.actor(1, .country, "Japan"),
                SampleEvents.actor(2, .country, "Viet Nam", names: ["Việt Nam"]),
            ],
            pledges: [SampleEvents.pledge(.request, by: [1], to: [2]), SampleEvents.pledge(by: [1, 2])]
        )
        try store.catchUp()
        let row = try #require(try actors(store.views).first)
        #expect(row.id == 1)
        #expect(row.name == "Viet Nam")
        #expect(row.aliases == ["Việt Nam", "VIETNAM"])
        // The plan was told twice.
        #expect((row.articles, row.pledges, row.asked) == (2, 1, 1))
        #expect(row.firstSeen == SampleEvents.date("2023-01-02"))
        #expect(row.lastSeen == SampleEvents.date("2024-07-10"))
        #expect(try store.views.actor(1) == row)
    }

    @Test func `takes composed and decomposed letters for one name`() throws {
        let (composed, decomposed) = ("Đ\u{1ED3}ng Tháp", "Đo\u{302}\u{300}ng Tha\u{301}p")
        var store = try TestStore()
        store.log.receive(
            SampleEvents.article(1),
            actors: [SampleEvents.actor(1, .organization, composed, names: [decomposed, composed])]
        )
        store.log.receive(SampleEvents.article(2), actors: [SampleEvents.actor(1, .organization, decomposed)])
        store.log.receive(
            SampleEvents.article(3),
            revises: SampleEvents.articleID(1),
            actors: [SampleEvents.actor(1, .organization, decomposed, names: [composed])]
        )
        try store.catchUp()
        let row = try #require(try actors(store.views).first)
        #expect(row.aliases.map { Array($0.utf8) } == [Array(composed.utf8)])
        #expect(row.articles == 2)
    }

    @Test func `counts an article once, however often it names a party`() throws {
        var store = try TestStore()
        store.log.receive(
            SampleEvents.article(1),
            actors: [SampleEvents.actor(1, .country, "US"), SampleEvents.actor(2, .country, "United States")],
            pledges: [SampleEvents.pledge(by: [1, 2])]
        )
        try store.catchUp()
        let rows = try actors(store.views)
        #expect(rows.map(\.articles) == [1])
        #expect(rows.map(\.pledges) == [1])
        let pledge = try #require(try store.views.pledges(PledgeQuery()).rows.first)
        #expect(pledge.by == [ActorReference(id: 1, name: "United States")])
    }

    @Test func `shows the fullest name, and titles latest first`() throws {
        var store = try TestStore()
        for (number, name, role) in [
            (1, "Nguyen Chi Dung", "Minister"), (2, "Nguyễn Chí Dũng", "Deputy Prime Minister"),
            (3, "NGUYEN CHI DUNG", nil),
        ] {
            store.log.receive(
                SampleEvents.article(number, date: "2024-07-1\(number)"),
                actors: [
                    SampleEvents.actor(1, .person, name, role: role, affiliation: 2),
                    SampleEvents.actor(2, .country, "Vietnam"),
                ]
            )
        }
        try store.catchUp()
        let row = try #require(try actors(store.views, "dung").first)
        #expect(row.name == "Nguyễn Chí Dũng")
        #expect(row.roles == ["Deputy Prime Minister", "Minister"])
        #expect(row.articles == 3)
    }

    @Test func `keeps the same surname in two articles apart`() throws {
        var store = try TestStore()
        for number in 1...2 {
            store.log.receive(SampleEvents.article(number), actors: [SampleEvents.actor(1, .person, "Dũng")])
        }
        try store.catchUp()
        #expect(try actors(store.views).map(\.id) == [1, 2])
    }

    @Test func `joins an acronym and a full name when an article gives both`() throws {
        let full = "Ministry of Economy, Trade and Industry"
        var store = try TestStore()
        store.log.receive(
            SampleEvents.article(1),
            actors: [SampleEvents.actor(1, .organization, "METI")],
            pledges: [SampleEvents.pledge()],
            happenings: [SampleEvents.happening(.year(2024), actors: [1])]
        )
        store.log.receive(
            SampleEvents.article(2),
            actors: [SampleEvents.actor(1, .organization, full)],
            pledges: [SampleEvents.pledge(), SampleEvents.pledge(.request, by: [], to: [1])],
            happenings: [SampleEvents.happening(.year(2025), actors: [1])]
        )
        try store.catchUp()
        #expect(try actors(store.views).map(\.name) == ["METI", full])
        store.log.receive(
            SampleEvents.article(3),
            actors: [SampleEvents.actor(1, .organization, full, names: [full, "METI"])]
        )
        store.log.receive(SampleEvents.article(4), actors: [SampleEvents.actor(1, .organization, "METI")])
        try store.catchUp()
        let rows = try actors(store.views)
        #expect(rows.map(\.id) == [1])
        #expect(rows[0].name == full)
        #expect(rows[0].aliases == ["METI", full])
        #expect((rows[0].articles, rows[0].pledges, rows[0].asked) == (4, 1, 1))
        // The number that it had before the merge still leads to it.
        #expect(try store.views.actor(2) == rows[0])
        var pledges = PledgeQuery()
        pledges.by = "2"
        #expect(try store.views.pledges(pledges).total == 1)
        var timeline = TimelineQuery()
        timeline.actor = "1"
        #expect(try store.views.timeline(timeline).total == 2)
    }

    @Test func `asks for kind, part of a name, article`() throws {
        var store = try TestStore()
        store.log.receive(
            SampleEvents.article(1),
            actors: [
                SampleEvents.actor(1, .country, "Vietnam", names: ["Việt Nam"]),
                SampleEvents.actor(2, .organization, "Đồng Tháp"),
            ]
        )
        store.log.receive(SampleEvents.article(2), actors: [SampleEvents.actor(1, .organization, "100%_Pure\\Co")])
        try store.catchUp()
        #expect(try actors(store.views, "DONG").map(\.name) == ["Đồng Tháp"])
        #expect(try actors(store.views, "viet n").map(\.name) == ["Vietnam"])
        #expect(try actors(store.views, "0%_").map(\.name) == ["100%_Pure\\Co"])
        #expect(try actors(store.views, "_pure\\").map(\.name) == ["100%_Pure\\Co"])
        #expect(try actors(store.views, "d_ng").isEmpty)
        var query = ActorQuery()
        query.kind = .organization
        #expect(try store.views.actors(query).rows.map(\.id) == [2, 3])
        query.article = SampleEvents.articleID(1)
        #expect(try store.views.actors(query).rows.map(\.id) == [2])
        #expect(try store.views.actor(77) == nil)
    }
}
