import PledgedCore
import PledgedTesting
import PledgedViews
import Testing

struct TimelineTests {
    private let dates: [EDTFDate] = [
        .day(SampleEvents.date("2024-07-09")), .month(7, of: 2024), .year(2024),
        EDTFDate(.quarter(year: 2026, quarter: 34)),
        EDTFDate(.year(2021), to: .year(2030)), EDTFDate(.open, to: .year(1999)), EDTFDate(.year(2040), to: .open),
    ]

    private func store() throws -> TestStore {
        var store = try TestStore()
        store.log.receive(
            SampleEvents.article(1),
            actors: [SampleEvents.actor(1, .country, "Vietnam"), SampleEvents.actor(2, .country, "Japan")],
            happenings: dates.map { SampleEvents.happening($0, actors: [2, 1], place: "Tokyo") }
        )
        store.log.receive(SampleEvents.article(2), happenings: [SampleEvents.happening(.year(2025))])
        try store.catchUp()
        return store
    }

    private func dates(_ change: (inout TimelineQuery) -> Void) throws -> [String] {
        var query = TimelineQuery()
        change(&query)
        return try store().views.timeline(query).rows.map(\.date.description)
    }

    @Test func `lists the earliest first, whatever the precision`() throws {
        let expected = ["../1999", "2021/2030", "2024", "2024-07", "2024-07-09", "2025", "2026-34", "2040/.."]
        #expect(try dates { _ in } == expected)
    }

    @Test func `finds dates that touch the days asked for`() throws {
        let touching = try dates { query in
            query.from = SampleEvents.date("2024-07-10")
            query.to = SampleEvents.date("2024-12-31")
        }
        #expect(touching == ["2021/2030", "2024", "2024-07"])
        #expect(try dates { $0.from = SampleEvents.date("2031-01-01") } == ["2040/.."])
        #expect(try dates { $0.to = SampleEvents.date("2000-01-01") } == ["../1999"])
        #expect(try dates { $0.from = SampleEvents.date("2050-01-01") } == ["2040/.."])
        let quarter = try dates {
            ($0.from, $0.to) = (SampleEvents.date("2026-04-01"), SampleEvents.date("2026-04-01"))
        }
        #expect(quarter == ["2021/2030", "2026-34"])
        // The last day of a leap year, and a span as long as one that is looked for apart.
        let last = try dates { ($0.from, $0.to) = (SampleEvents.date("2024-12-31"), SampleEvents.date("2024-12-31")) }
        #expect(last == ["2021/2030", "2024"])
    }

    @Test func `asks for actor and article`() throws {
        #expect(try dates { $0.actor = "viet" }.count == 7)
        #expect(try dates { $0.actor = "2" }.count == 7)
        #expect(try dates { $0.actor = "3" } == [])
        #expect(try dates { $0.article = SampleEvents.articleID(2) } == ["2025"])
    }

    @Test func `gives back what was reported`() throws {
        let store = try store()
        let row = try #require(try store.views.timelineEntry(LogPosition(offset: 3)))
        #expect(row.date == dates[0])
        #expect(row.place == "Tokyo")
        #expect(row.actors.map(\.name) == ["Japan", "Vietnam"])
        #expect(row.quote == "A seminar in Tokyo on Tuesday")
        #expect(row.span == TextSpan(0..<29))
        #expect(try store.views.timelineEntry(.start) == nil)
    }
}
