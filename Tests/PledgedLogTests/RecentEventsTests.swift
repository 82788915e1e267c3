import PledgedCore
import Testing

@testable import PledgedLog

@Suite struct RecentEventsTests {
    private let events = Sample.entries(0..<100, happenings: 1).recorded

    /// What each event holds stands for itself here.
    private func data(_ range: Range<Int>) -> [ArraySlice<UInt8>] { range.map { [UInt8($0 % 256)][...] } }

    @Test func `keeps the newest within its bound`() {
        var recent = RecentEvents(bytesMax: 1_000)
        for start in stride(from: 0, to: 200, by: 2) {
            recent.add(Array(events[start..<start + 2]), data: data(start..<start + 2), bytes: 100)
            let kept = recent.events(from: .start.advanced(by: start), countMax: 9)
            #expect(kept == Array(events[start..<start + 2]))
            let stored = recent.stored(from: .start.advanced(by: start), countMax: 9)
            #expect(stored?.map(\.data) == data(start..<start + 2))
            #expect(stored?.map(\.position) == kept?.map(\.position))
        }
        #expect(recent.events(from: LogPosition(offset: 179), countMax: 1) == nil)
        #expect(recent.events(from: LogPosition(offset: 190), countMax: 3) == Array(events[190..<193]))
        #expect(recent.events(from: LogPosition(offset: 200), countMax: 1) == nil)
    }

    @Test func `keeps nothing of an entry that is larger than its bound`() {
        var recent = RecentEvents(bytesMax: 1_000)
        recent.add(Array(events[..<2]), data: data(0..<2), bytes: 5_000)
        #expect(recent.events(from: .start, countMax: 1) == nil)
        recent.add(Array(events[2..<4]), data: data(2..<4), bytes: 10)
        #expect(recent.events(from: LogPosition(offset: 3), countMax: 9) == [events[3]])
    }
}
