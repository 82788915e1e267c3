import PledgedCore
import PledgedTesting
import Testing

@Suite struct EDTFDateTests {
    @Test(arguments: [
        "2030", "2024-05", "2024-07-09", "2026-34", "2024-21", "2021/2030", "2025-07/2025-12", "../2030", "2024-02-29",
    ])
    func `writes what it reads`(text: String) throws {
        #expect(try EDTFDate(parsing: text).description == text)
    }

    @Test(arguments: [
        "", "24", "2024-", "2024-13", "2024-02-30", "2023-02-29", "0000", "2024-7-9", "a/b", "2021/2022/2023", "..",
        "2024-20", "+024", "２０２４",
    ])
    func `refuses what is no date`(text: String) {
        #expect(throws: EDTFDate.ParseError.self) { try EDTFDate(parsing: text) }
    }

    @Test(arguments: [
        ("2024", "2024-01-01", "2024-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-34", "2026-04-01", "2026-06-30"), ("2024-24", "2024-12-01", "2025-02-28"),
        ("2021/2030", "2021-01-01", "2030-12-31"), ("2024-07-09", "2024-07-09", "2024-07-09"),
    ])
    func `knows the days it covers`(text: String, first: String, last: String) throws {
        let date = try EDTFDate(parsing: text)
        #expect(date.firstDay?.description == first)
        #expect(date.lastDay?.description == last)
    }

    @Test func `counts days as the calendar does`() throws {
        #expect(CalendarDate(daysSinceEpoch: 0).description == "1970-01-01")
        #expect(CalendarDate(year: 2024, month: 7, day: 9)?.weekday == .tuesday)
        #expect(CalendarDate(year: 2024, month: 1, day: 31)?.adding(months: 1).description == "2024-02-29")
        var random = SeededGenerator(seed: 7)
        for _ in 0..<2000 {
            let days = Int.random(in: -719_162...2_932_896, using: &random)
            #expect(CalendarDate(daysSinceEpoch: days).daysSinceEpoch == days)
        }
    }

    @Test func `writes instants so that text order is time order`() {
        let stamp = Timestamp(microseconds: 1_720_512_900_123_456)
        #expect(stamp.description == "2024-07-09T08:15:00.123456Z")
        #expect(Timestamp(parsing: stamp.description) == stamp)
        #expect(Timestamp(parsing: "2024-07-09T08:15:00Z")?.microseconds == 1_720_512_900_000_000)
        #expect(Timestamp(parsing: "2024-07-09 08:15:00Z") == nil)
        #expect(Timestamp(microseconds: -1).description == "1969-12-31T23:59:59.999999Z")
    }
}
