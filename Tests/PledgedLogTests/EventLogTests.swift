import PledgedCore
import PledgedLog
import Synchronization
import Testing

@Suite struct EventLogTests {
    @Test func `gives every event the next position, and reads it back`() async throws {
        let folder = try LogFolder()
        let log = try await folder.open()
        let entries = [Sample.entry(1), Sample.rejected, Sample.entry(2, happenings: 0)]
        let first = try await log.append(entries)
        let second = try await log.append([Sample.entry(3)])
        #expect(first.map { $0.lowerBound.offset..<$0.upperBound.offset } == [0..<3, 3..<4, 4..<5])
        #expect(second.map { $0.lowerBound.offset..<$0.upperBound.offset } == [5..<8])
        #expect(log.end.offset == 8)
        #expect(try await log.all() == (entries + [Sample.entry(3)]).recorded)
    }

    @Test func `holds the same events after it was closed and opened`() async throws {
        let folder = try LogFolder()
        let entries = Sample.entries(0..<20)
        try await folder.fill(entries)
        let log = try await folder.open()
        #expect(log.recovery.events == 60)
        #expect(log.recovery.entriesChecked == 20)
        #expect(log.recovery.torn == nil)
        #expect(try await log.all() == entries.recorded)
    }

    @Test(arguments: [0, 600, 1 << 20])
    func `reads from every position, from memory as from disk`(recentBytesMax: Int) async throws {
        let folder = try LogFolder()
        let log = try await folder.open { configuration in
            configuration.segmentBytesMax = 2_000
            configuration.recentBytesMax = recentBytesMax
        }
        let entries = Sample.entries(0..<20, happenings: 3)
        for entry in entries { _ = try await log.append([entry]) }
        let expected = entries.recorded
        for start in expected.indices {
            for countMax in [1, 2, 5, 1_000] {
                let events = try await log.read(from: .start.advanced(by: start), countMax: countMax)
                #expect(!events.isEmpty && events.count <= countMax)
                #expect(events == Array(expected[start..<start + events.count]))
            }
        }
        #expect(try await log.read(from: log.end, countMax: 1).isEmpty)
    }

    @Test func `finds any entry of a large segment by the sparse index`() async throws {
        let folder = try LogFolder()
        let log = try await folder.open { $0.recentBytesMax = 0 }
        let text = String(repeating: "Ninety-nine thousand words. ", count: 700)
        let entries = (0..<60).map { Sample.entry($0, happenings: 1, text: text) }
        _ = try await log.append(entries)
        let expected = entries.recorded
        for start in expected.indices {
            let events = try await log.read(from: .start.advanced(by: start), countMax: 1)
            #expect(events == [expected[start]])
        }
    }

    @Test func `refuses a position beyond the end`() async throws {
        let folder = try LogFolder()
        let log = try await folder.open()
        _ = try await log.append([Sample.rejected])
        #expect(await code { _ = try await log.read(from: LogPosition(offset: 2), countMax: 1) } == .beyondEnd)
    }

    @Test func `hands out whole entries as JSON`() async throws {
        let folder = try LogFolder()
        let log = try await folder.open()
        let entries = Sample.entries(0..<3)
        _ = try await log.append(entries)
        let stored = try await log.entries(from: LogPosition(offset: 4), countMax: 10)
        #expect(stored.map(\.position.offset) == [3, 6])
        #expect(stored.map(\.article) == entries[1...].map(\.article))
        #expect(try stored.map(\.events) == entries[1...].map { [UInt8](try EventCoding.encode($0.events)) })
    }

    @Test(arguments: [0, 1 << 20])
    func `hands out events whose data is JSON, from memory and from the disk`(recentBytesMax: Int) async throws {
        let folder = try LogFolder()
        let log = try await folder.open { $0.recentBytesMax = recentBytesMax }
        let entries = Sample.entries(0..<3) + [Sample.rejected]
        _ = try await log.append(entries)
        let expected = entries.recorded
        for start in expected.indices {
            let stored = try await log.stored(from: .start.advanced(by: start), countMax: 4)
            let same = expected[start..<min(expected.count, start + 4)]
            #expect(stored.map(\.position) == same.map(\.position))
            #expect(stored.map(\.article) == same.map(\.article))
            #expect(stored.map(\.recorded) == same.map(\.recorded))
            let json = stored.map {
                "{\"data\":\(String(decoding: $0.data, as: UTF8.self)),\"type\":\"\($0.name.rawValue)\"}"
            }
            #expect(try json == same.map { String(decoding: try EventCoding.encode($0.event), as: UTF8.self) })
        }
        #expect(await code { _ = try await log.stored(from: LogPosition(offset: 99), countMax: 1) } == .beyondEnd)
    }

    @Test func `shares one sync among appends that wait together`() async throws {
        let folder = try LogFolder()
        let storage = FaultyStorage(folder: folder.path)
        let log = try await EventLog.open(storage: storage, now: clock)
        let before = storage.faults.withLock { $0.syncs }
        let ranges = try await withThrowingTaskGroup(of: [Range<LogPosition>].self) { group in
            for number in 0..<200 { group.addTask { try await log.append([Sample.entry(number)]) } }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        let syncs = storage.faults.withLock { $0.syncs } - before
        #expect(syncs < 200)
        #expect(Set(ranges.map(\.lowerBound.offset)) == Set(stride(from: 0, to: 600, by: 3)))
        for range in ranges {
            let events = try await log.read(from: range.lowerBound, countMax: 3)
            #expect(events.count == 3 && Set(events.map(\.article)).count == 1)
        }
        #expect(try LogVerifier.verify(folder: folder.path).entries == 200)
    }

    @Test func `tells of its growth, first the end as it is, and ends when closed`() async throws {
        let folder = try LogFolder()
        let log = try await folder.open()
        _ = try await log.append([Sample.rejected])
        var growth = log.growth().makeAsyncIterator()
        #expect(await growth.next()?.offset == 1)
        _ = try await log.append([Sample.rejected])
        #expect(await growth.next()?.offset == 2)
        for _ in 0..<5 { _ = try await log.append([Sample.rejected]) }
        var last: LogPosition?
        while last?.offset != 7 { last = await growth.next() }
        await log.close()
        #expect(await growth.next() == nil)
        var late = log.growth().makeAsyncIterator()
        #expect(await late.next()?.offset == 7)
        #expect(await late.next() == nil)
    }

    @Test func `lets many readers follow while it is written`() async throws {
        let folder = try LogFolder()
        let log = try await folder.open { configuration in
            configuration.segmentBytesMax = 5_000
            configuration.recentBytesMax = 1_000
        }
        let entries = Sample.entries(0..<100)
        try await withThrowingTaskGroup(of: [RecordedEvent].self) { group in
            for _ in 0..<10 {
                group.addTask {
                    var seen: [RecordedEvent] = []
                    for await end in log.growth() {
                        while seen.count < Int(end.offset) {
                            seen += try await log.read(from: .start.advanced(by: seen.count), countMax: 16)
                        }
                        if seen.count == 300 { return seen }
                    }
                    return seen
                }
            }
            for entry in entries { _ = try await log.append([entry]) }
            for try await seen in group { #expect(seen == entries.recorded) }
        }
    }

    @Test func `keeps a second writer out until it is closed`() async throws {
        let folder = try LogFolder()
        let log = try await folder.open()
        #expect(await code { _ = try await folder.open() } == .locked)
        await log.close()
        #expect(await code { _ = try await log.append([Sample.rejected]) } == .closed)
        let next = try await folder.open()
        _ = try await next.append([Sample.rejected])
        #expect(next.end.offset == 1)
    }

    @Test func `refuses what is larger than it takes, and more than may wait`() async throws {
        let folder = try LogFolder()
        let log = try await folder.open { $0.waitingBytesMax = 0 }
        #expect(await code { _ = try await log.append([Sample.rejected]) } == .busy)
        let text = String(repeating: "x", count: 33 << 20)
        #expect(await code { _ = try await log.append([Sample.entry(1, text: text)]) } == .tooLarge)
        #expect(log.end == .start)
    }

    @Test(arguments: [1, 7, 64, 1_000])
    func `writes the same bytes however an append is cut into pieces`(pieceEntries: Int) async throws {
        let entries = Sample.entries(0..<500, happenings: 1)
        let (whole, cut) = (try LogFolder(), try LogFolder())
        let log = try await whole.open { $0.pieceEntries = 500 }
        let ranges = try await log.append(entries)
        await log.close()
        let pieces = try await cut.open { $0.pieceEntries = pieceEntries }
        #expect(try await pieces.append(entries) == ranges)
        #expect(try await pieces.all(countMax: 100) == entries.recorded)
        await pieces.close()
        #expect(try cut.bytes() == whole.bytes())
        #expect(try LogVerifier.verify(folder: cut.path).entries == 500)
    }

    /// The others are in line before the writer knows of it.
    @Test func `leaves no trace of a large append whose end cannot be encoded, and goes on`() async throws {
        let folder = try LogFolder()
        let log = try await folder.open { $0.pieceEntries = 4 }
        let unknown = Event.unknown(UnknownEvent(name: .articleRead, version: 9, reason: "it is new"))
        let bad = Sample.entries(0..<300) + [NewEntry(article: Sample.article(300), events: [unknown])]
        let good = (400..<450).map { Sample.entry($0) }
        let failures = await withTaskGroup(of: LogError.Code?.self) { group in
            for _ in 0..<5 { group.addTask { await code { _ = try await log.append(bad) } } }
            for entry in good { group.addTask { await code { _ = try await log.append([entry]) } } }
            return await group.reduce(into: []) { $0 += $1.map { [$0] } ?? [] }
        }
        #expect(failures == [.unencodable, .unencodable, .unencodable, .unencodable, .unencodable])
        #expect(log.end.offset == 150)
        #expect(Set(try await log.all().map(\.article)) == Set(good.map(\.article)))
        await log.close()
        #expect(try LogVerifier.verify(folder: folder.path).entries == 50)
    }

    @Test func `lets an append be larger than a group, and many share one`() async throws {
        for groupBytesMax in [0, 10_000] {
            let folder = try LogFolder()
            let log = try await folder.open {
                $0.groupBytesMax = groupBytesMax
                $0.segmentBytesMax = 50_000
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for start in stride(from: 0, to: 1_000, by: 100) {
                    group.addTask { _ = try await log.append(Sample.entries(start..<start + 100)) }
                }
                try await group.waitForAll()
            }
            await log.close()
            let report = try LogVerifier.verify(folder: folder.path)
            #expect(report.isWhole)
            #expect(report.entries == 1_000)
        }
    }

    @Test func `makes its folder and files for their owner and group alone`() async throws {
        let folder = try LogFolder()
        let path = folder.path + "/new"
        let log = try await EventLog.open(folder: path, now: clock)
        _ = try await log.append([Sample.rejected])
        #expect(try mode(path) == 0o750)
        #expect(try mode("\(path)/\(firstSegment)") == 0o640)
        #expect(await code { _ = try await EventLog.open(folder: path + "/no/parent", now: clock) } == .unreadable)
    }
}
