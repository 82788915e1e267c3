import Foundation
import PledgedCore
import PledgedLog
import PledgedTesting
import Testing

@Suite struct RecoveryTests {
    private let folder: LogFolder
    private let entries = Sample.entries(0..<6)

    init() throws { folder = try LogFolder() }

    /// The offsets at which lines of the first segment begin, and the end.
    private func starts(_ bytes: [UInt8]) -> [Int] {
        [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    @Test func `keeps every entry that was whole, wherever the log was cut`() async throws {
        let entries = Array(repeating: Sample.rejected, count: 4)
        try await folder.fill(entries)
        let bytes = try folder.bytes()
        let starts = starts(bytes)
        for length in (starts[3] - 30)...bytes.count {
            try folder.write(bytes[..<length])
            let log = try await folder.open()
            let whole = starts.lastIndex { $0 <= length } ?? 0
            #expect(try await log.all() == Array(entries[..<whole]).recorded)
            #expect((log.recovery.torn == nil) == starts.contains(length))
            if let torn = log.recovery.torn {
                #expect(torn.byte == UInt64(starts[whole]))
                #expect(torn.keptIn == "\(folder.path)/\(firstSegment).torn-1")
                #expect(try folder.bytes("\(firstSegment).torn-1") == Array(bytes[starts[whole]..<length]))
                try folder.remove("\(firstSegment).torn-1")
            }
            #expect(try folder.bytes() == Array(bytes[..<starts[whole]]))
            // And it goes on from there.
            let range = try await log.append([Sample.rejected])
            #expect(range[0].lowerBound.offset == UInt64(whole))
            await log.close()
            #expect(try LogVerifier.verify(folder: folder.path).isWhole)
        }
    }

    @Test(arguments: [1, 511, 512, 4_096, 70_000])
    func `cuts off zeros at the end, which are room and no torn line`(count: Int) async throws {
        try await folder.fill(entries)
        let bytes = try folder.bytes()
        try folder.write(bytes + [UInt8](repeating: 0, count: count))
        let log = try await folder.open()
        #expect(log.recovery.torn == nil)
        #expect(try folder.bytes() == bytes)
    }

    /// What lies in a log's folder while it is written, and after a kill.
    @Test func `the last segment has room, and no tool of ours minds`() async throws {
        let log = try await folder.open { $0.allocationBytes = 10_000 }
        for entry in entries { _ = try await log.append([entry]) }
        let live = try folder.bytes()
        #expect(live.count == 10_000)
        let text = Array(live.prefix { $0 != 0 })
        #expect(text.last == UInt8(ascii: "\n"))
        #expect(live[text.count...].allSatisfy { $0 == 0 })
        let report = try LogVerifier.verify(folder: folder.path)
        #expect(report.isWhole)
        #expect(report.entries == entries.count)
        #expect(report.unfinishedBytes == 0)
        var lines = 0
        _ = try LogExport.run(folder: folder.path) { _ in lines += 1 }
        #expect(lines == entries.count)
        // A copy, with half a line before the room.
        let copy = try LogFolder()
        try copy.write(text.dropLast(20) + [UInt8](repeating: 0, count: 900))
        let restored = try await copy.open()
        #expect(restored.recovery.torn != nil)
        #expect(try await restored.all() == entries.dropLast().recorded)
        await restored.close()
        await log.close()
        #expect(try folder.bytes() == text)
    }

    @Test func `a segment is sealed without room`() async throws {
        let log = try await folder.open {
            $0.allocationBytes = 5_000
            $0.segmentBytesMax = 500
        }
        for entry in entries { _ = try await log.append([entry]) }
        for file in try folder.files.dropLast() {
            #expect(try folder.bytes(file).last == UInt8(ascii: "\n"), "\(file)")
        }
        #expect(try folder.files.count > 2)
        await log.close()
    }

    @Test(arguments: [1, 7, 1_337] as [UInt64])
    func `cuts garbage off the end`(seed: UInt64) async throws {
        try await folder.fill(entries)
        let bytes = try folder.bytes()
        var random = SeededGenerator(seed: seed)
        for _ in 0..<20 {
            let count = Int.random(in: 1...2_000, using: &random)
            let garbage = (0..<count).map { _ in UInt8.random(in: 1...255, using: &random) }
            try folder.write(bytes + garbage)
            let log = try await folder.open()
            #expect(log.recovery.torn?.length == UInt64(count))
            #expect(try await log.all() == entries.recorded)
            await log.close()
        }
        #expect(try folder.files.count == 21)
    }

    @Test func `cuts off an end that is longer than any line`() async throws {
        try await folder.fill(entries)
        let bytes = try folder.bytes()
        try folder.write(bytes + [UInt8](repeating: UInt8(ascii: "x"), count: 40 << 20))
        let log = try await folder.open()
        #expect(log.recovery.torn?.length == 40 << 20)
        #expect(try folder.bytes() == bytes)
        #expect(try folder.bytes("\(firstSegment).torn-1").count == 40 << 20)
    }

    @Test func `takes a last segment that is empty, and one that holds zeros alone`() async throws {
        try await folder.fill(entries) { $0.segmentBytesMax = 1 }
        let next = "\(LogPosition(offset: 18)).log"
        for content in [[], [UInt8](repeating: 0, count: 600)] {
            try folder.write(content, to: next)
            let log = try await folder.open()
            #expect(try await log.all() == entries.recorded)
            #expect(log.end.offset == 18)
            await log.close()
        }
        let log = try await folder.open()
        _ = try await log.append([Sample.rejected])
        await log.close()
        #expect(try LogVerifier.verify(folder: folder.path).events == 19)
    }

    @Test func `refuses any other byte in any entry but the last, and says where`() async throws {
        try await folder.fill(entries)
        let bytes = try folder.bytes()
        let starts = starts(bytes)
        for line in 0..<5 {
            // A digit of the hash, the space, the JSON's braces, a letter of the text, the position, the line feed.
            let length = starts[line + 1] - starts[line]
            for place in [0, 63, 64, 65, 66, 150, length / 2, length - 50, length - 3, length - 2, length - 1] {
                for byte in [bytes[starts[line] + place] ^ 1, 0, UInt8(ascii: "\n"), 255] {
                    var changed = bytes
                    changed[starts[line] + place] = byte
                    if changed == bytes { continue }
                    try folder.write(changed)
                    try await expectDamage(line: line + 1, byte: starts[line])
                    #expect(try folder.bytes() == changed)
                }
            }
        }
        #expect(try folder.files == [firstSegment])
    }

    @Test func `refuses any other byte at the end of a sealed segment, and says where`() async throws {
        try await folder.fill(entries) { $0.segmentBytesMax = 1_000 }
        let file = try #require(try folder.files.dropFirst().first)
        let bytes = try folder.bytes(file)
        let starts = starts(bytes)
        let last = starts[starts.count - 2]
        let position = try #require(
            String(decoding: bytes, as: UTF8.self).range(of: "\"position\":", options: .backwards)
        )
        let digit = String(decoding: bytes, as: UTF8.self)[..<position.upperBound].utf8.count
        // A digit of the hash, of the count and of the position, a letter of the text, the line feed.
        for place in [last, last + 63, last + 151, last + 300, digit, bytes.count - 1] {
            var changed = bytes
            changed[place] = changed[place] == UInt8(ascii: "1") ? UInt8(ascii: "2") : UInt8(ascii: "1")
            try folder.write(changed, to: file)
            try await expectDamage(line: starts.count - 1, byte: last, file: file)
        }
    }

    private func expectDamage(line: Int, byte: Int, file: String = firstSegment) async throws {
        let path = "\(folder.path)/\(file)"
        do {
            _ = try await folder.open()
            Issue.record("A damaged log was opened.")
        } catch let error as LogError {
            #expect(error.code == .damaged)
            #expect(error.damage?.file == path)
            #expect(error.damage?.line == line)
            #expect(error.damage?.byte == UInt64(byte))
            #expect(error.message.contains(path))
        }
        let report = try LogVerifier.verify(folder: folder.path)
        #expect(report.damage?.line == line && report.damage?.byte == UInt64(byte))
    }

    @Test func `refuses an entry that is missing, doubled or in another's place`() async throws {
        try await folder.fill(entries)
        let bytes = try folder.bytes()
        let starts = starts(bytes)
        let lines = zip(starts, starts.dropFirst()).map { Array(bytes[$0..<$1]) }
        try folder.write((lines[..<2] + lines[3...]).joined())
        try await expectDamage(line: 3, byte: starts[2])
        try folder.write((lines[..<3] + lines[2...]).joined())
        try await expectDamage(line: 4, byte: starts[3])
        try folder.write((lines[..<2] + [lines[3], lines[2]] + lines[4...]).joined())
        try await expectDamage(line: 3, byte: starts[2])
    }

    @Test func `cuts a group that lost a sector before it was acknowledged`() async throws {
        let log = try await folder.open()
        _ = try await log.append([Sample.entry(100)])
        let before = try folder.bytes().prefix { $0 != 0 }.count
        _ = try await log.append(entries)
        await log.close()
        var bytes = try folder.bytes()
        let sector = (before / 512 + 2) * 512
        bytes.replaceSubrange(sector..<sector + 512, with: [UInt8](repeating: 0, count: 512))
        try folder.write(bytes)
        let opened = try await folder.open()
        #expect(opened.recovery.torn != nil)
        let whole = starts(bytes).filter { $0 <= sector }.count - 1
        #expect(try await opened.all() == ([Sample.entry(100)] + entries[..<(whole - 1)]).recorded)
    }

    @Test func `refuses a lost sector that later entries say was on disk`() async throws {
        try await folder.fill(entries + [Sample.rejected])
        var bytes = try folder.bytes()
        let starts = starts(bytes)
        bytes.replaceSubrange(1_024..<1_536, with: [UInt8](repeating: 0, count: 512))
        try folder.write(bytes)
        let line = try #require(starts.lastIndex { $0 <= 1_024 })
        try await expectDamage(line: line + 1, byte: starts[line])
    }

    @Test(arguments: [0, 1 << 30])
    func `refuses a segment that is missing, cut short, empty or changed`(checkBytesMax: Int) async throws {
        try await folder.fill(entries) { $0.segmentBytesMax = 1 }
        let file = "\(LogPosition(offset: 6)).log"
        let bytes = try folder.bytes(file)
        func code() async throws -> LogError.Code? {
            await PledgedLogTests.code { _ = try await folder.open { $0.checkBytesMax = checkBytesMax } }
        }
        // What leads to the next segment by its last line is found when it is read, or checked.
        let subtle = checkBytesMax == 0 ? [] : [bytes + bytes]
        for content in [bytes.dropLast(), bytes.dropLast(100), [], bytes + [1]] + subtle {
            try folder.write(content, to: file)
            #expect(try await code() == .damaged)
            #expect(try !LogVerifier.verify(folder: folder.path).isWhole)
        }
        try folder.remove(file)
        #expect(try await code() == .damaged)
        #expect(try !LogVerifier.verify(folder: folder.path).isWhole)
        try folder.write(bytes, to: file)
        try folder.remove(firstSegment)
        #expect(try await code() == .damaged)
    }

    @Test func `checks an old segment when it is first read, not when the log is opened`() async throws {
        try await folder.fill(entries) { $0.segmentBytesMax = 1_500 }
        var bytes = try folder.bytes()
        bytes[200] ^= 1
        try folder.write(bytes)
        let log = try await folder.open { $0.checkBytesMax = 0 }
        #expect(log.recovery.bytesChecked < log.recovery.bytes)
        #expect(await code { _ = try await log.read(from: LogPosition(offset: 1), countMax: 1) } == .damaged)
        let second = try #require(try folder.files.dropFirst().first.flatMap { LogPosition(parsing: $0.prefix(20)) })
        #expect(try await log.read(from: second, countMax: 1).count == 1)
        await log.close()
        #expect(await code { _ = try await folder.open() } == .damaged)
    }

    @Test func `serves no entry that was changed after the log was opened`() async throws {
        try await folder.fill(entries)
        let log = try await folder.open()
        var bytes = try folder.bytes()
        bytes[bytes.count - 300] ^= 1
        try folder.write(bytes)
        #expect(await code { _ = try await log.all() } == .damaged)
    }

    @Test func `does not follow a link in place of a segment`() async throws {
        try await folder.fill(entries)
        let elsewhere = "\(folder.path)/elsewhere"
        try FileManager.default.moveItem(atPath: "\(folder.path)/\(firstSegment)", toPath: elsewhere)
        try FileManager.default.createSymbolicLink(
            atPath: "\(folder.path)/\(firstSegment)",
            withDestinationPath: elsewhere
        )
        #expect(await code { _ = try await folder.open() } == .unreadable)
    }
}
