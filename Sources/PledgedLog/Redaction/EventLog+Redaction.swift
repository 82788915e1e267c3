public import PledgedCore
import SystemPackage

/// What taking an article's words out of the log did.
public struct RedactionResult: Hashable, Sendable {
    /// Entries that were overwritten.
    public let entries: Int
    /// Of the event `article.redacted`.
    public let position: LogPosition
}

extension EventLog {
    /// Takes an article's words out of the log: overwrites them by spaces, wherever they lie, and says so in an event.
    ///
    /// Names, roles, places, dates, sums and spans stay, and so do the chain, all positions, checkpoints and proofs of
    /// other entries. From before the event on no reader gets any of the words. When this returns, they are overwritten on
    /// disk. What a crash interrupts is finished by the next start. Not to be called while anything about this article is
    /// being appended.
    ///
    /// - Parameters:
    ///   - article: Whose words.
    ///   - reason: Why, for people.
    ///   - by: Who asked.
    /// - Returns: What was done.
    /// - Throws: ``LogError`` with code `unknown-article` or `redacted`, or as appending and reading do; where it is
    ///   `unwritable` or `full`, asking again goes on with what was begun.
    public nonisolated func redact(
        _ article: ArticleID,
        reason: String,
        by: String?
    ) async throws(LogError) -> RedactionResult {
        let snapshot = published.snapshot
        let (storage, known) = (storage, published.redactions)
        let (record, isNew) = try await onOwnThread { () throws(LogError) in
            try Self.record(of: article, reason: reason, by: by, in: storage, snapshot, known)
        }
        if isNew {
            var file = try RedactionFile(storage)
            try file.add(record, to: storage)
        }
        return try await carryOut(record)
    }

    /// Finishes redactions that a crash interrupted.
    ///
    /// - Throws: As ``redact(_:reason:by:)``.
    nonisolated func finishRedactions() async throws(LogError) {
        let (storage, segments) = (storage, published.snapshot.segments.map(\.name))
        let records = try await onOwnThread { () throws(LogError) in
            var unfinished: [RedactionFile.Record] = []
            for record in try RedactionFile(storage).records {
                let isDone = try OverwritePlan(record, segments, in: storage).isDone
                if !isDone || record.from >= self.end { unfinished.append(record) }
            }
            return unfinished
        }
        for record in records { _ = try await carryOut(record) }
    }

    /// What is to be redacted of an article, and whether nobody has written that down yet.
    private static func record(
        of article: ArticleID,
        reason: String,
        by: String?,
        in storage: any LogStorage,
        _ snapshot: Published.Snapshot,
        _ redactions: Redactions
    ) throws(LogError) -> (RedactionFile.Record, isNew: Bool) {
        let segments = snapshot.segments.map { (name: $0.name, length: UInt64?.none) }.dropLast()
        let last = snapshot.segments.last.map { [(name: $0.name, length: UInt64?.some(snapshot.length))] } ?? []
        let found = try RedactionScan.entries(of: article, in: storage, segments + last)
        if found.isEmpty { throw unknown(article) }
        var entries: [RedactionFile.Record.Entry] = []
        for entry in found where redactions[entry.frame.position] == nil {
            let blank = Blanking.blank(entry.frame.json)
            if blank[...] == entry.frame.json { continue }
            guard entry.previous.next(entry.frame.json) == entry.frame.hash else {
                throw LogError(
                    LogDamage(
                        file: storage.folder,
                        line: 0,
                        byte: 0,
                        what: "the entry at position \(entry.frame.position.offset) does not follow from that before"
                    )
                )
            }
            entries.append(
                RedactionFile.Record.Entry(
                    digest: ChainHash.digest(of: blank[...]),
                    entry: String(decoding: blank, as: UTF8.self),
                    hash: entry.frame.hash.description,
                    position: entry.frame.position
                )
            )
        }
        if !entries.isEmpty {
            let end = snapshot.chain.position
            let record = RedactionFile.Record(article: article, by: by, entries: entries, from: end, reason: reason)
            return (record, true)
        }
        // What was begun and has failed is gone on with.
        let begun = try RedactionFile(storage).records.last { $0.article == article }
        if let begun, try !OverwritePlan(begun, snapshot.segments.map(\.name), in: storage).isDone {
            return (begun, false)
        }
        throw LogError(
            code: .redacted,
            message: "Article \(article) has no words in the log any more: they were taken out before."
        )
    }

    private nonisolated func carryOut(_ record: RedactionFile.Record) async throws(LogError) -> RedactionResult {
        // From now on no reader gets the words, whatever the files hold.
        published.redactions.add(RedactionFile(record).redactions())
        published.forgetRecent()
        let position: LogPosition
        if let said = try await event(of: record) {
            position = said
        } else {
            let ranges = try await append([NewEntry(article: record.article, events: [record.event])])
            position = ranges[0].lowerBound
        }
        let (storage, segments) = (storage, published.snapshot.segments.map(\.name))
        try await onOwnThread { () throws(LogError) in
            try OverwritePlan(record, segments, in: storage).carryOut()
        }
        return RedactionResult(entries: record.entries.count, position: position)
    }

    /// Where the record's event lies, if it is in the log already.
    private nonisolated func event(of record: RedactionFile.Record) async throws(LogError) -> LogPosition? {
        var position = record.from
        while position < end {
            for event in try await read(from: position, countMax: 1_000) {
                if event.article == record.article, event.event == record.event { return event.position }
                position = event.position.next
            }
        }
        return nil
    }

    private static func unknown(_ article: ArticleID) -> LogError {
        LogError(code: .unknownArticle, message: "The log holds no article \(article). Nothing was changed.")
    }
}

/// Where a record's entries lie in the files.
struct OverwritePlan {
    private struct Place {
        let name: SegmentName
        /// Of the JSON.
        let offset: UInt64
        let json: [UInt8]
        let isDone: Bool
    }

    private let storage: any LogStorage
    private let places: [Place]

    /// Whether all of them are overwritten.
    var isDone: Bool { places.allSatisfy(\.isDone) }

    init(
        _ record: RedactionFile.Record,
        _ segments: [SegmentName],
        in storage: any LogStorage
    ) throws(LogError) {
        self.storage = storage
        var places: [Place] = []
        for entry in record.entries where !entry.entry.isEmpty {
            guard let name = segments.last(where: { $0.first <= entry.position }) else { continue }
            let (file, length) = try storage.open(name, for: .reading)
            var reader = LineReader(file, from: 0, until: length)
            let (digits, json) = (Array(entry.hash.utf8), Array(entry.entry.utf8))
            while let line = try reading(storage.path(name.file), { () throws(Errno) in try reader.next() }) {
                guard line.fault == nil, line.bytes.starts(with: digits) else { continue }
                let old = line.bytes.dropFirst(ChainHash.length + 1)
                guard old.count == json.count else { break }
                let offset = line.offset + UInt64(ChainHash.length + 1)
                places.append(Place(name: name, offset: offset, json: json, isDone: old == json[...]))
                break
            }
        }
        self.places = places
    }

    /// Overwrites what is not yet, and returns when that is on disk.
    func carryOut() throws(LogError) {
        for place in places where !place.isDone {
            do {
                let file = try storage.open(place.name.file, for: .writing)
                var (rest, offset) = (place.json[...], place.offset)
                while !rest.isEmpty {
                    let count = try file.write(rest, at: offset)
                    if count == 0 { throw Errno.noSpace }
                    rest = rest.dropFirst(count)
                    offset += UInt64(count)
                }
                try file.sync()
            } catch {
                throw RedactionTrouble.error(error, "overwrite words in '\(storage.path(place.name.file))'")
            }
        }
    }
}
