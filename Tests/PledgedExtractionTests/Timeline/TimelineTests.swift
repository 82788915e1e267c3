import PledgedCore
import PledgedExtraction
import Testing

@Suite struct TimelineTests {
    private static func happening(_ date: String, _ place: Range<Int>) throws -> Happening {
        let anchor = Anchor(span: TextSpan(place), quote: String(repeating: "x", count: place.count))
        return Happening(date: try EDTFDate(parsing: date), actors: [], anchor: anchor, confidence: 80)
    }

    private static func pledge(_ deadline: String?, _ place: Range<Int>) throws -> Pledge {
        let anchor = Anchor(span: TextSpan(place), quote: String(repeating: "x", count: place.count))
        return Pledge(
            kind: .plan,
            by: [ActorLabel(1)],
            to: [ActorLabel(2), ActorLabel(1)],
            action: "build",
            deadline: try deadline.map { try EDTFDate(parsing: $0) },
            cue: "will",
            anchor: anchor,
            confidence: 70
        )
    }

    @Test func `orders by date, then by place`() throws {
        let happenings = try [
            Self.happening("2030", 40..<50), Self.happening("2019", 60..<70), Self.happening("2024-05", 20..<30),
            Self.happening("2024-05", 0..<10), Self.happening("2024", 80..<90),
        ]
        let dates = Timeline.merged(happenings, []).map { "\($0.date) \($0.anchor.span.start)" }
        #expect(dates == ["2019 60", "2024 80", "2024-05 0", "2024-05 20", "2030 40"])
    }

    @Test func `gives a deadline the words of its pledge`() throws {
        let merged = Timeline.merged([try Self.happening("2030", 5..<30)], [try Self.pledge("2030", 10..<40)])
        #expect(merged.map(\.anchor.span) == [TextSpan(10..<40)])
        #expect(merged.first?.actors == [ActorLabel(1), ActorLabel(2)])
    }

    @Test func `keeps what happens elsewhere on the same day`() throws {
        let merged = Timeline.merged([try Self.happening("2030", 50..<60)], [try Self.pledge("2030", 10..<40)])
        #expect(merged.count == 2)
    }

    @Test func `has no entry for a pledge without a deadline`() throws {
        #expect(Timeline.merged([], [try Self.pledge(nil, 10..<40)]).isEmpty)
    }

    @Test func `has one entry for one deadline told twice`() throws {
        let pledges = [try Self.pledge("2030", 10..<40), try Self.pledge("2030", 10..<40)]
        #expect(Timeline.merged([], pledges).count == 1)
    }
}
