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

    private let lock: FolderLock
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
            _ = try chain.check(segmentLine[...])
        } catch {
            throw Self.fault("does not follow from the line before: \(error)", number)
        }
        pending += segmentLine + [LineReader.lineFeed]
        entries += 1
        if pending.count >= Self.groupBytes { try flush() }
    }

    /// Makes everything durable.
    public mutating func finish() throws(LogError) -> Result {
        try flush()
        try writer.seal()
        return Result(entries: entries, end: chain.position, lastHash: chain.hash.description)
    }

    private mutating func flush() throws(LogError) {
        if pending.isEmpty { return }
        _ = try writer.rollIfFull()
        try writer.append(pending, chain: chain)
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
