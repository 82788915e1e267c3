import PledgedCore
import PledgedTesting
import PledgedViews
import Testing

/// What changed in the pledges: by events, and by the days that went by.
struct ChangesTests {
    private let vietnam = SampleEvents.actor(1, .country, "Vietnam", names: ["Việt Nam"])
    private let engineers = Quantity(value: 50_000, unit: "engineers")
    private let fewer = Quantity(value: 35_000, unit: "engineers")

    /// Told, told again, revised; the third telling corrected away; resolved.
    private func store() throws -> TestStore {
        var store = try TestStore()
        for (number, quantity) in [engineers, engineers, fewer].enumerated() {
            store.log.receive(
                SampleEvents.article(number + 1),
                actors: [vietnam],
                pledges: [
                    SampleEvents.pledge(
                        quote: "train \(Int(quantity.value)) chip engineers by 2030",
                        quantity: quantity,
                        deadline: .year(2030),
                        said: "2024-07-0\(number + 1)"
                    )
                ]
            )
        }
        store.log.receive(SampleEvents.article(4), revises: SampleEvents.articleID(3))
        try store.catchUp()
        let reference = try #require(try store.views.pledgeReference(LogPosition(offset: 2)))
        store.log.add(.decided(Decision(.resolve(reference, .broken), who: "anna", reason: "none came")))
        try store.catchUp()
        return store
    }

    private func changes(
        _ store: TestStore,
        after cursor: ChangeCursor? = nil,
        limit: Int = 100,
        today: String = "2024-07-15"
    ) throws -> ChangesPage {
        try store.views.changes(ChangeQuery(after: cursor, limit: limit), today: SampleEvents.date(today))
    }

    @Test func `tells what became of a pledge, in the order of the log`() throws {
        let page = try changes(store())
        #expect(page.rows.map(\.change) == [.new, .restated, .revised, .corrected, .resolved])
        #expect(page.rows.map(\.position?.offset) == [2, 6, 10, 12, 14])
        #expect(page.rows.map(\.pledge.tellings) == [1, 2, 3, 2, 2])
        #expect(page.rows[2].revisions.map(\.new) == ["35,000 engineers"])
        #expect(page.rows.last?.pledge.status == .broken)
        #expect(page.isComplete)
    }

    @Test(arguments: 1...5)
    func `goes on where it was left, whatever the size of the page`(limit: Int) throws {
        let store = try store()
        let all = try changes(store, today: "2030-12-31").rows
        var rows: [ChangeRow] = []
        var cursor: ChangeCursor?
        while true {
            let page = try changes(store, after: cursor, limit: limit, today: "2030-12-31")
            rows += page.rows
            cursor = page.cursor
            if page.isComplete { break }
        }
        #expect(rows == all)
        #expect(try changes(store, after: cursor, today: "2030-12-31").rows.isEmpty)
    }

    @Test func `a position stands for the place behind its event`() throws {
        let store = try store()
        let cursor = try store.views.changeCursor(at: LogPosition(offset: 6))
        #expect(try changes(store, after: cursor).rows.map(\.position?.offset) == [10, 12, 14])
        #expect(ChangeCursor(parsing: cursor.description) == cursor)
    }

    @Test func `tells on which day a pledge became due and overdue, unless it was resolved by then`() throws {
        var store = try TestStore()
        for (number, year) in [(1, 2024), (2, 2023), (3, 2026)] {
            store.log.receive(
                SampleEvents.article(number),
                actors: [vietnam],
                pledges: [SampleEvents.pledge(quote: "build \(number) port", quantity: nil, deadline: .year(year))]
            )
        }
        try store.catchUp()
        let reference = try #require(try store.views.pledgeReference(LogPosition(offset: 10)))
        store.log.add(.decided(Decision(.resolve(reference, .fulfilled), who: "anna", reason: "it is open")))
        try store.catchUp()
        let first = try changes(store).rows
        // The second was overdue when one first read of it: no day brought that.
        #expect(first.map(\.change) == [.new, .new, .new, .resolved])
        #expect(first.map(\.pledge.status) == [.open, .overdue, .open, .fulfilled])
        let later = try changes(store, after: first.last?.cursor, today: "2027-01-01").rows
        #expect(later.map(\.change) == [.becameDue, .becameOverdue])
        #expect(later.map(\.cursor.day.description) == ["2024-10-02", "2025-01-01"])
        #expect(later.map(\.pledge.status) == [.due, .overdue])
        #expect(try changes(store, after: later[0].cursor, today: "2027-01-01").rows == [later[1]])
    }

    @Test func `a new reading that says the same is no news`() throws {
        var store = try store()
        let last = try changes(store).cursor
        store.log.read(
            SampleEvents.articleID(1),
            actors: [vietnam],
            pledges: [
                SampleEvents.pledge(
                    quote: "train 50000 chip engineers by 2030",
                    quantity: engineers,
                    deadline: .year(2030),
                    said: "2024-07-01"
                )
            ]
        )
        try store.catchUp()
        #expect(try changes(store, after: last).rows.map(\.change) == [])
    }

    @Test func `a pledge that no article tells any more is gone`() throws {
        var store = try TestStore()
        store.log.receive(SampleEvents.article(1), actors: [vietnam], pledges: [SampleEvents.pledge()])
        store.log.read(SampleEvents.articleID(1), reader: "newer", actors: [vietnam])
        try store.catchUp()
        let rows = try changes(store).rows
        #expect(rows.map(\.change) == [.new, .gone])
        #expect(rows.last?.pledge.id.offset == 2)
    }
}
