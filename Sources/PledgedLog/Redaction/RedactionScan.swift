import PledgedCore
import SystemPackage

/// Looks through the lines of a log for what redactions need to know, without checking its chain.
enum RedactionScan {
    /// An entry of an article, as it lies in the file.
    struct Found {
        let frame: EntryFrame
        /// The hash of the entry before it.
        let previous: ChainHash
    }

    /// The entries of an article that hold words of it, redacted already or not.
    ///
    /// - Parameters:
    ///   - article: Whose.
    ///   - storage: The log's.
    ///   - segments: Their names, and how much of each is durable; nil for all of it.
    /// - Returns: In order.
    /// - Throws: ``LogError`` with code `unreadable`.
    static func entries(
        of article: ArticleID,
        in storage: any LogStorage,
        _ segments: [(name: SegmentName, length: UInt64?)]
    ) throws(LogError) -> [Found] {
        let start = Array(" {\"article\":\"\(article)\"".utf8)
        var found: [Found] = []
        var previous = ChainHash.zero
        for (name, length) in segments {
            try lines(of: name, until: length, in: storage) { line in
                let isIts = line.dropFirst(ChainHash.length).starts(with: start)
                if isIts, let frame = EntryFrame(line: line) { found.append(Found(frame: frame, previous: previous)) }
                previous = ChainHash(line.prefix(ChainHash.length)) ?? .zero
            }
        }
        return found
    }

    /// All events `article.redacted` of a log.
    static func events(in storage: any LogStorage) throws(LogError) -> [RecordedEvent] {
        var events: [RecordedEvent] = []
        var trouble: LogError?
        for name in try storage.segmentNames() {
            try lines(of: name, until: nil, in: storage) { line in
                // Each has an entry to itself, so that its name is near the line's end.
                guard line.suffix(200).holds(mark), let frame = EntryFrame(line: line), frame.count == 1 else { return }
                do throws(LogError) {
                    events += try EventLog.decode(frame)
                } catch {
                    trouble = trouble ?? error
                }
            }
        }
        if let trouble { throw trouble }
        return events
    }

    private static let mark = Array("\"type\":\"article.redacted\"".utf8)

    static func lines(
        of name: SegmentName,
        until length: UInt64?,
        in storage: any LogStorage,
        _ visit: (ArraySlice<UInt8>) -> Void
    ) throws(LogError) {
        let (file, fileLength) = try storage.open(name, for: .reading)
        var reader = LineReader(file, from: 0, until: length ?? fileLength)
        while let line = try reading(storage.path(name.file), { () throws(Errno) in try reader.next() }) {
            if line.fault == nil { visit(line.bytes) }
        }
    }
}

extension RecordedEvent {
    /// What an `article.redacted` says; nothing for any other event.
    var redactions: [LogPosition: Redaction] {
        guard case .articleRedacted(let redacted) = event else { return [:] }
        var redactions: [LogPosition: Redaction] = [:]
        for entry in redacted.entries {
            guard let hash = ChainHash(Array(entry.hash.utf8)[...]) else { continue }
            redactions[entry.position] = Redaction(hash: hash, digest: entry.digest, json: nil)
        }
        return redactions
    }
}

extension Redactions {
    /// All that a log knows of: by the file and, if asked for, by every event in it.
    convenience init(_ storage: any LogStorage, thorough: Bool = false) throws(LogError) {
        self.init(try RedactionFile(storage).redactions())
        if thorough { for event in try RedactionScan.events(in: storage) { add(event.redactions) } }
    }

    /// Reads all events of the log for what the file does not say, and writes that down; whether there was anything.
    func learn(from storage: any LogStorage) throws(LogError) -> Bool {
        var file = try RedactionFile(storage)
        let known = Set(file.records.flatMap(\.entries).map(\.position))
        var isNew = false
        for event in try RedactionScan.events(in: storage) {
            guard case .articleRedacted(let redacted) = event.event, let article = event.article else { continue }
            let entries = redacted.entries.filter { !known.contains($0.position) }
            if entries.isEmpty { continue }
            add(event.redactions)
            isNew = true
            let record = RedactionFile.Record(
                article: article,
                by: redacted.by,
                entries: entries.map { .init(digest: $0.digest, entry: "", hash: $0.hash, position: $0.position) },
                from: event.position,
                reason: redacted.reason
            )
            try file.add(record, to: storage)
        }
        return isNew
    }
}
