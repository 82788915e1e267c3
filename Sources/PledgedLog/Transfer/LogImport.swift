public import PledgedCore
import SystemPackage

/// Makes a log of exported lines: the same entries, the same hashes.
public struct LogImport {
    /// What was imported.
    public struct Result: Hashable, Sendable {
        public let entries: UInt64
        /// The position after the last event.
        public let end: LogPosition
        /// Of the last entry.
        public let lastHash: String
    }

    /// An entry whose hash is not its own: redacted, if an event further on says so.
    private struct Doubtful {
        let hash: ChainHash
        let digest: String
        let number: Int
    }

    private let lock: FolderLock
    private let storage: FolderStorage
    private var doubtful: [LogPosition: Doubtful] = [:]
    private var redactions: [RedactionFile.Record] = []
    private var writer: SegmentWriter
    private var entries: UInt64 = 0
    private var pending: [UInt8] = []
    private var chain = HashChain.start

    /// Bytes that are made durable together.
    private static let groupBytes = 4 << 20

    /// Begins a log in a folder that has none.
    ///
    /// - Parameters:
    ///   - folder: Is made where there is none yet; its parent must exist.
    ///   - segmentBytesMax: At what size a segment is sealed.
    /// - Throws: ``LogError`` with code `unwritable` for a folder that holds a log already, or `locked`.
    public init(folder: String, segmentBytesMax: Int = LogConfiguration().segmentBytesMax) throws(LogError) {
        let storage = FolderStorage(folder: folder)
        self.storage = storage
        lock = try EventLog.lock(storage)
        let first = SegmentName(first: .start)
        let files = try reading(folder) { () throws(Errno) in try storage.names() }
        if files.contains(where: { SegmentName(file: $0) != nil }) {
            throw LogError(
                code: .unwritable,
                message: "'\(folder)' holds a log already, and nothing was changed in it. Import into a new folder."
            )
        }
        let file: any LogFile
        do {
            file = try storage.open(first.file, for: .creating)
            try storage.sync()
        } catch {
            throw LogError(
                code: error.isExhaustion ? .full : .unwritable,
                message: "Cannot begin a log in '\(folder)': \(error).",
                errno: error.rawValue
            )
        }
        writer = SegmentWriter(
            storage,
            file: file,
            name: first,
            length: 0,
            chain: .start,
            segmentBytesMax: segmentBytesMax
        )
    }

    /// Takes the next line.
    ///
    /// - Parameters:
    ///   - line: Without its line feed.
    ///   - number: Counted from 1, for messages.
    /// - Throws: ``LogError`` with code `damaged` for a line that is not what was exported, or as appending does.
    public mutating func add(_ line: ArraySlice<UInt8>, number: Int) throws(LogError) {
        guard let segmentLine = LogExport.segmentLine(line) else {
            throw Self.fault("is not of the form {\"entry\":…,\"hash\":\"…\"}, to the letter", number)
        }
        do throws(LineFault) {
            take(try chain.check(segmentLine[...]))
        } catch {
            guard error == .wrongHash, takeRedacted(segmentLine[...], number: number) else {
                throw Self.fault("does not follow from the line before: \(error)", number)
            }
        }
        pending += segmentLine + [LineReader.lineFeed]
        entries += 1
        if pending.count >= Self.groupBytes { try flush() }
    }

    /// Makes everything durable.
    public mutating func finish() throws(LogError) -> Result {
        if let first = doubtful.values.min(by: { $0.number < $1.number }) {
            let what = "does not have the hash of what it holds, and no event says that it was redacted"
            throw Self.fault(what, first.number)
        }
        try flush()
        try writer.seal()
        var file = try RedactionFile(storage)
        for record in redactions { try file.add(record, to: storage) }
        return Result(entries: entries, end: chain.position, lastHash: chain.hash.description)
    }

    /// Has an event that says what was redacted vouch for the entries that it names.
    private mutating func take(_ frame: EntryFrame) {
        guard !doubtful.isEmpty, frame.count == 1 else { return }
        do throws(LogError) {
            for event in try EventLog.decode(frame) {
                guard case .articleRedacted(let redacted) = event.event, let article = event.article else { continue }
                let entries = redacted.entries.filter { entry in
                    doubtful[entry.position].map { $0.hash.description == entry.hash && $0.digest == entry.digest }
                        ?? false
                }
                for entry in entries { doubtful[entry.position] = nil }
                redactions.append(
                    RedactionFile.Record(
                        article: article,
                        by: redacted.by,
                        entries: entries.map {
                            .init(digest: $0.digest, entry: "", hash: $0.hash, position: $0.position)
                        },
                        from: event.position,
                        reason: redacted.reason
                    )
                )
            }
        } catch {
            // It vouches for nothing; what it was to vouch for is refused at the end.
        }
    }

    /// Takes an entry that has no words and another hash, until an event vouches for it; false for any other.
    private mutating func takeRedacted(_ line: ArraySlice<UInt8>, number: Int) -> Bool {
        guard let frame = EntryFrame(line: line), frame.position == chain.position,
            Blanking.blank(frame.json)[...] == frame.json
        else { return false }
        doubtful[frame.position] = Doubtful(
            hash: frame.hash,
            digest: ChainHash.digest(of: frame.json),
            number: number
        )
        chain = HashChain(position: frame.end, hash: frame.hash)
        return true
    }

    private mutating func flush() throws(LogError) {
        if pending.isEmpty { return }
        _ = try writer.rollIfFull()
        try writer.append(pending[...], chain: chain)
        pending = []
    }

    private static func fault(_ what: String, _ number: Int) -> LogError {
        LogError(
            code: .damaged,
            message: """
                Line \(number) \(what). What came before it is imported; remove the folder, and import the lines as \
                'pledgectl log export' wrote them.
                """
        )
    }
}
