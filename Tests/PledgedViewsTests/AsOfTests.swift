import PledgedCore
import PledgedTesting
import PledgedViews
import Testing

/// What was known then: the views as of a position against views that were given no more than that.
struct AsOfTests {
    /// Each list as it is shown, in one comparable value.
    private struct Shown: Equatable {
        var pledges: [PledgeRow]
        var details: [PledgeDetail]
        var actors: [ActorRow]
        var roles: [[RoleRow]]
        var timeline: [TimelineRow]
        var articles: [ArticleRow]
        var found: Set<SearchRow>

        init(_ views: ViewStore, _ asOf: AsOf?, today: CalendarDate) throws {
            var pledges = PledgeQuery()
            pledges.asOf = asOf
            pledges.status = PledgeStatus.allCases
            self.pledges = try views.pledges(pledges, today: today).rows
            details = try self.pledges.compactMap { try views.pledge($0.id, asOf: asOf, today: today) }
            var actors = ActorQuery()
            actors.asOf = asOf
            self.actors = try views.actors(actors).rows
            roles = try self.actors.compactMap { try views.actor($0.id, asOf: asOf, today: today)?.roles }
            var timeline = TimelineQuery()
            timeline.asOf = asOf
            self.timeline = try views.timeline(timeline).rows
            var articles = ArticleQuery()
            articles.asOf = asOf
            articles.includesSuperseded = true
            self.articles = try views.articles(articles).rows
            var search = SearchQuery(words: "chips")
            search.asOf = asOf
            found = Set(try views.search(search).rows)
        }
    }

    @Test(arguments: [3, 11, 2_024] as [UInt64])
    func `shows what views show that know no more`(seed: UInt64) throws {
        let log = RandomLog(seed: seed, entries: 24).log
        let all = try TestStore()
        try all.views.apply(log.events)
        let grown = try TestStore()
        let today = SampleEvents.date("2024-07-10")
        // At the end of each entry.
        for (index, event) in log.events.enumerated() {
            try grown.views.apply([event])
            let next = index + 1 < log.events.count ? log.events[index + 1] : nil
            guard next?.article != event.article || next?.event.name == .articleReceived else { continue }
            let then = try Shown(all.views, .position(event.position), today: today)
            let now = try Shown(grown.views, nil, today: today)
            #expect(then.pledges == now.pledges, "as of \(event.position.offset)")
            #expect(then.details == now.details, "as of \(event.position.offset)")
            #expect(then.actors == now.actors, "as of \(event.position.offset)")
            #expect(then == now, "as of \(event.position.offset)")
            if then != now { return }
        }
    }

    @Test func `refuses a position beyond the end, and takes a day`() throws {
        var store = try TestStore()
        store.log.receive(
            SampleEvents.article(1),
            actors: [SampleEvents.actor(1, .country, "Japan")],
            pledges: [SampleEvents.pledge()]
        )
        try store.catchUp()
        var query = PledgeQuery()
        query.asOf = .position(store.log.end)
        #expect { try store.views.pledges(query) } throws: { ($0 as? ViewError)?.code == .beyondEnd }
        query.asOf = .day(SampleEvents.date("2024-07-09"))
        #expect(try store.views.pledges(query).total == 0)
        query.asOf = .day(SampleEvents.date("2024-07-10"))
        #expect(try store.views.pledges(query).total == 1)
    }
}
