import Foundation
import PledgedCore
import PledgedTesting
import Testing

@testable import PledgedLog

/// An article's words leave the log, and nothing else does.
@Suite struct RedactionTests {
    private let folder: LogFolder
    private static let secret = "Geheim: \"Đà Nẵng\" \\ {\""

    init() throws { folder = try LogFolder() }

    /// Ten articles in small segments; the fourth is the one with the secret, and has a second reading further on.
    private func fill() async throws {
        var entries = Sample.entries(0..<10)
        entries[3] = Self.entry
        entries.append(NewEntry(article: Self.article, events: [.stated(Self.pledge)]))
        try await folder.fill(entries) { $0.segmentBytesMax = 2_000 }
    }

    private static let article = Sample.article(3)
    private static let pledge = SampleEvents.pledge(quote: secret)
    private static let entry = Sample.entry(3, text: "\(secret)\n\(secret)")

    private func redact(_ log: EventLog) async throws -> RedactionResult {
        try await log.redact(Self.article, reason: "Asked for.", by: "uid 0")
    }

    /// Whether one of the log's files still has a word of it.
    private func hasWords() throws -> Bool {
        try folder.files.contains { file in
            let text = String(decoding: try folder.bytes(file), as: UTF8.self)
            return text.contains("Geheim") || text.contains("Number 3\"")
        }
    }

    @Test func `blanks what is the article's own, and nothing else`() throws {
        let json = #"{"a":{"text":"a\"b\\","title":"T"},"quote":"q","text":1,"x":"text","y":["text","quote"]}"#
        let blank = Blanking.blank(json.utf8)
        #expect(
            String(decoding: blank, as: UTF8.self)
                == #"{"a":{"text":"      ","title":" "},"quote":" ","text":1,"x":"text","y":["text","quote"]}"#
        )
        #expect(Blanking.blank(blank) == blank)
    }

    @Test func `takes the words out of every entry, and keeps chain, positions and facts`() async throws {
        try await fill()
        let before = try LogVerifier.verify(folder: folder.path)
        let log = try await folder.open { $0.segmentBytesMax = 2_000 }
        let events = try await log.all()
        let result = try await redact(log)
        #expect(result == RedactionResult(entries: 2, position: LogPosition(offset: before.events)))
        #expect(try !hasWords())
        let after = try await log.all()
        #expect(after.dropLast().map(\.position) == events.map(\.position))
        #expect(after.dropLast().map(\.event.name) == events.map(\.event.name))
        #expect(after.filter { $0.article != Self.article } == events.filter { $0.article != Self.article })
        guard case .articleReceived(let received) = after[9].event, case .pledgeStated(let pledge) = after[30].event
        else {
            Issue.record("The events are in another order.")
            return
        }
        #expect(received.article.id == Self.article)
        #expect(received.article.text.allSatisfy { $0 == " " })
        #expect(pledge.quantity == Self.pledge.quantity)
        #expect(pledge.anchor.quote.allSatisfy { $0 == " " })
        await log.close()
        let report = try LogVerifier.verify(folder: folder.path)
        #expect(report.isWhole)
        #expect(report.redactedEntries == 2)
        #expect(report.unfinishedRedactions == 0)
        #expect(report.entries == before.entries + 1)
        let reopened = try await folder.open { $0.checkBytesMax = 0 }
        #expect(try await reopened.all() == after)
        #expect(try await reopened.scrub(bytesPerSecond: 1 << 30).isWhole)
        await reopened.close()
    }

    @Test func `an unknown article, and one that was redacted, are refused`() async throws {
        try await fill()
        let log = try await folder.open()
        #expect(await code { _ = try await log.redact(Sample.article(77), reason: "x", by: nil) } == .unknownArticle)
        _ = try await redact(log)
        let end = log.end
        #expect(await code { _ = try await redact(log) } == .redacted)
        #expect(log.end == end)
        await log.close()
    }

    @Test func `what was just appended is no longer shown from memory`() async throws {
        let log = try await folder.open()
        _ = try await log.append([Self.entry])
        _ = try await redact(log)
        #expect(try await log.read(from: .start, countMax: 1).map(\.event) != [Self.entry.events[0]])
        let stored = try await log.stored(from: .start, countMax: 1)
        #expect(!String(decoding: stored[0].data, as: UTF8.self).contains("Geheim"))
        await log.close()
    }

    @Test func `an export and import give the same hashes`() async throws {
        try await fill()
        let log = try await folder.open()
        _ = try await redact(log)
        await log.close()
        var lines: [[UInt8]] = []
        _ = try LogExport.run(folder: folder.path) { lines.append(Array($0.dropLast())) }
        let other = try LogFolder()
        var copy = try LogImport(folder: other.path)
        for (index, line) in lines.enumerated() { try copy.add(line[...], number: index + 1) }
        let result = try copy.finish()
        let report = try LogVerifier.verify(folder: folder.path)
        #expect(result.lastHash == report.lastHash)
        let imported = try LogVerifier.verify(folder: other.path)
        #expect(imported.isWhole)
        #expect(imported.redactedEntries == 2)
        // Without the event nothing vouches for the redacted entries.
        let third = try LogFolder()
        var silent = try LogImport(folder: third.path)
        for (index, line) in lines.dropLast().enumerated() { try silent.add(line[...], number: index + 1) }
        #expect(await code { _ = try silent.finish() } == .damaged)
    }

    @Test func `a repair from a copy does not bring the words back`() async throws {
        try await fill()
        let copy = try LogFolder()
        for file in try folder.files { try copy.write(try folder.bytes(file), to: file) }
        let log = try await folder.open { $0.segmentBytesMax = 2_000 }
        _ = try await redact(log)
        await log.close()
        let whole = try LogVerifier.verify(folder: folder.path)
        // The segment with the redacted entry is lost, and so is the file that says what is redacted.
        let names = try folder.files.filter { $0.hasSuffix(".log") }
        for name in names.dropLast() { try folder.remove(name) }
        try folder.remove("redactions")
        _ = try LogRepair.run(folder: folder.path, from: copy.path)
        #expect(try !hasWords())
        let mended = try LogVerifier.verify(folder: folder.path)
        #expect(mended.isWhole)
        #expect(mended.lastHash == whole.lastHash)
        #expect(mended.redactedEntries == 2)
    }

    @Test func `a lost file of redactions is made again`() async throws {
        try await fill()
        let log = try await folder.open()
        _ = try await redact(log)
        await log.close()
        try folder.remove("redactions")
        #expect(try LogVerifier.verify(folder: folder.path).redactedEntries == 2)
        let reopened = try await folder.open()
        #expect(try await reopened.all().count == 32)
        await reopened.close()
        #expect(try folder.files.contains("redactions"))
    }

    @Test func `words that are taken out without an event are damage`() async throws {
        try await fill()
        let storage = FolderStorage(folder: folder.path)
        let segments = try storage.segmentNames().map { (name: $0, length: UInt64?.none) }
        let found = try RedactionScan.entries(of: Self.article, in: storage, segments)
        let blank = Blanking.blank(found[0].frame.json)
        let record = RedactionFile.Record(
            article: Self.article,
            by: nil,
            entries: [
                .init(
                    digest: ChainHash.digest(of: blank[...]),
                    entry: String(decoding: blank, as: UTF8.self),
                    hash: found[0].frame.hash.description,
                    position: found[0].frame.position
                )
            ],
            from: .start,
            reason: "None."
        )
        var file = try RedactionFile(storage)
        try file.add(record, to: storage)
        // As it stands, it was asked for and not done.
        #expect(try LogVerifier.verify(folder: folder.path).unfinishedRedactions == 1)
        try OverwritePlan(record, segments.map(\.name), in: storage).carryOut()
        let report = try LogVerifier.verify(folder: folder.path)
        #expect(report.damage?.what.contains("no event in the log says so") == true)
    }

    @Test func `another byte of a redacted entry is damage`() async throws {
        try await fill()
        let log = try await folder.open { $0.segmentBytesMax = 1 << 20 }
        _ = try await redact(log)
        await log.close()
        for file in try folder.files where file.hasSuffix(".log") {
            let text = String(decoding: try folder.bytes(file), as: UTF8.self)
            guard text.contains("\"3.txt\"") else { continue }
            try folder.write(text.replacingOccurrences(of: "\"3.txt\"", with: "\"4.txt\"").utf8, to: file)
        }
        #expect(try LogVerifier.verify(folder: folder.path).damage != nil)
        #expect(await code { _ = try await folder.open() } == .damaged)
    }

    /// The power goes, or the process dies, before every operation that redacting takes; then again during the next start.
    @Test func `is there whole or not at all after a crash at any point`() async throws {
        var finished = 0
        for operations in 1..<200 {
            let seed = UInt64(operations)
            let first = SimulatedStorage(operations: .max, seed: seed)
            var configuration = LogConfiguration()
            configuration.segmentBytesMax = 2_500
            let log = try await EventLog.open(storage: first, configuration: configuration, now: clock)
            for number in 0..<3 { _ = try await log.append([Sample.entry(number)]) }
            _ = try await log.append([Self.entry])
            for number in 4..<6 { _ = try await log.append([Sample.entry(number)]) }
            let events = try await log.all()
            await log.close()
            let second = first.killed(operations: operations, seed: seed)
            var isDone = false
            do {
                let log = try await EventLog.open(storage: second, configuration: configuration, now: clock)
                _ = try await redact(log)
                isDone = true
            } catch {
                // The power went.
            }
            var next =
                operations % 2 == 0
                ? second.killed(operations: 25, seed: seed) : second.restarted(operations: 25, seed: seed)
            do {
                _ = try await EventLog.open(storage: next, configuration: configuration, now: clock)
            } catch {
                // It went again.
            }
            next = next.restarted(operations: .max, seed: seed + 1)
            let last = try await EventLog.open(storage: next, configuration: configuration, now: clock)
            let after = try await last.all()
            await last.close()
            let report = try LogVerifier.verify(storage: next)
            #expect(report.isWhole, "\(operations): \(String(describing: report.damage))")
            #expect(report.unfinishedRedactions == 0)
            #expect(after.prefix(events.count).map(\.position) == events.map(\.position))
            let wordsAreThere = next.texts.contains { $0.contains("Geheim") }
            // All or nothing: the words and no event, or an event and no words.
            #expect(wordsAreThere == (after.count == events.count), "\(operations)")
            if isDone { #expect(!wordsAreThere, "\(operations)") }
            if isDone { finished += 1 }
        }
        #expect(finished > 20)
    }
}
