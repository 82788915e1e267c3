import PledgedCore
import Testing

@testable import PledgedLog

@Suite struct RecentEventsTests {
    private let events = Sample.entries(0..<100, happenings: 1).recorded

    /// The entry of the events in `range`, that counts for so many bytes.
    private func entry(_ range: Range<Int>, bytes: Int) throws -> CommittedEntry {
        let entry = NewEntry(article: events[range.lowerBound].article, events: events[range].map(\.event))
        return CommittedEntry(
            position: events[range.lowerBound].position,
            recorded: events[range.lowerBound].recorded,
            draft: try EntryDraft.encode([entry])[0],
            lineLength: bytes
        )
    }

    @Test func `keeps the newest within its bound`() throws {
        var recent = RecentEvents(bytesMax: 1_000)
        for start in stride(from: 0, to: 200, by: 2) {
            let entry = try entry(start..<start + 2, bytes: 100)
            recent.add([entry])
            let kept = recent.events(from: .start.advanced(by: start), countMax: 9)
            #expect(kept == Array(events[start..<start + 2]))
            let stored = recent.stored(from: .start.advanced(by: start), countMax: 9)
            #expect(stored?.map(\.data) == [entry.draft.data(of: 0), entry.draft.data(of: 1)])
            #expect(stored?.map(\.position) == kept?.map(\.position))
        }
        #expect(recent.events(from: LogPosition(offset: 179), countMax: 1) == nil)
        #expect(recent.events(from: LogPosition(offset: 190), countMax: 3) == Array(events[190..<193]))
        #expect(recent.events(from: LogPosition(offset: 191), countMax: 1) == [events[191]])
        #expect(recent.events(from: LogPosition(offset: 200), countMax: 1) == nil)
    }

    @Test func `keeps nothing of an entry that is larger than its bound`() throws {
        var recent = RecentEvents(bytesMax: 1_000)
        recent.add([try entry(0..<2, bytes: 5_000)])
        #expect(recent.events(from: .start, countMax: 1) == nil)
        recent.add([try entry(2..<4, bytes: 10)])
        #expect(recent.events(from: LogPosition(offset: 3), countMax: 9) == [events[3]])
    }
}
