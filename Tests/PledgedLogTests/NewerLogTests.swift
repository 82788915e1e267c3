import Foundation
import PledgedCore
import Testing

@testable import PledgedLog

/// A log to which a newer version has written what this one does not know.
@Suite struct NewerLogTests {
    private let folder: LogFolder

    init() throws { folder = try LogFolder() }

    /// Appends an entry as a newer version would.
    private func append(_ events: String, count: Int) throws {
        let text = String(decoding: try folder.bytes(), as: UTF8.self)
        let lines = text.split(separator: "\n")
        guard let last = lines.last, let before = EntryFrame(line: Array(last.utf8)[...]) else {
            Issue.record("The log has no last line.")
            return
        }
        let json =
            #"{"article":"\#(Sample.article(0))","count":\#(count),"events":\#(events),"position":\#(before.end.offset),"#
            + #""recorded":"2030-01-01T00:00:00.000000Z"}"#
        let line = "\(before.hash.next(Array(json.utf8)[...])) \(json)\n"
        try folder.write((text + line).utf8, to: firstSegment)
    }

    @Test func `what is newer is known to be such, all else is read, and the log is written on`() async throws {
        try await folder.fill([Sample.entry(0, happenings: 1)])
        try append(
            #"[{"data":{"to":"be"},"type":"pledge.broken"},{"data":{"a":[1]},"type":"article.read","version":2}]"#,
            count: 2
        )
        #expect(try LogVerifier.verify(folder: folder.path).isWhole)
        let log = try await folder.open()
        _ = try await log.append([Sample.entry(1, happenings: 0)])
        let names = ["article.received", "happening.reported", "pledge.broken", "article.read", "article.received"]
        #expect(try await log.all().map(\.event.name.rawValue) == names)
        let stored = try await log.stored(from: .start, countMax: 100)
        #expect(stored.map(\.name.rawValue) == names)
        #expect(String(decoding: stored[2].data, as: UTF8.self) == #"{"to":"be"}"#)
        #expect(String(decoding: stored[3].data, as: UTF8.self) == #"{"a":[1]}"#)
        guard case .unknown(let newer) = try await log.read(from: LogPosition(offset: 3), countMax: 1)[0].event else {
            Issue.record("A newer form was read.")
            return
        }
        #expect(newer.version == 2)
        await log.close()
    }
}
