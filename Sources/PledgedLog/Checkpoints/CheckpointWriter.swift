public import PledgedCore
import SystemPackage

/// Signs what a log is, whenever it is asked, and keeps that beside the segments.
///
/// What ``write(at:)`` has returned is on disk. A crash before leaves at most a torn last line, which is overwritten.
public struct CheckpointWriter: Sendable {
    private let log: EventLog
    private let key: LogKey
    private var chain: HashChain
    private var frontier: MerkleFrontier
    private var file: (any LogFile)?
    private var length: UInt64
    /// Set once the disk has failed: what it holds is uncertain then.
    private var failure: LogError?

    /// The last one that was written; nil where there is none yet.
    public private(set) var last: Checkpoint?
    /// How many there are.
    public private(set) var count: Int

    /// Entries read at a time.
    private static let entriesMax = 1024

    /// Goes on where the log's last checkpoint ended.
    ///
    /// - Parameters:
    ///   - log: Opened, so that it is known to hold what the last checkpoint says.
    ///   - key: Signs the checkpoints to come.
    /// - Throws: ``LogError`` with code `damaged` for a checkpoint that does not hold, or `unreadable`.
    public init(_ log: EventLog, key: LogKey) throws(LogError) {
        let content = try CheckpointFile.read(log.storage)
        self.log = log
        self.key = key
        last = content.checkpoints.last
        count = content.checkpoints.count
        length = content.length
        (chain, frontier) = (.start, MerkleFrontier())
        if let last, let hash = ChainHash(Array(last.hash.utf8)[...]), let edge = last.frontier {
            (chain, frontier) = (HashChain(position: last.position, hash: hash), edge)
        }
    }

    /// Signs what the log is now; nil where it has not grown since the last time.
    ///
    /// - Parameter time: Now.
    /// - Returns: What was signed, which is on disk.
    /// - Throws: ``LogError`` with code `full` (a later try may succeed), `unwritable` (none will until the log is opened
    ///   again), or as reading does.
    public mutating func write(at time: Timestamp) async throws(LogError) -> Checkpoint? {
        if let failure { throw failure }
        let end = log.end
        while chain.position < end {
            for entry in try await log.entries(from: chain.position, countMax: Self.entriesMax) {
                guard let hash = ChainHash(Array(entry.hash.utf8)[...]) else {
                    preconditionFailure("An entry that was checked has no hash.")
                }
                frontier.add(MerkleTree.leaf(hash))
                chain = HashChain(position: entry.position.advanced(by: entry.count), hash: hash)
            }
        }
        if chain.position == last?.position ?? .start { return nil }
        let checkpoint = try Checkpoint(chain, frontier, time: time, key: key)
        try append(try checkpoint.line() + [LineReader.lineFeed])
        last = checkpoint
        count += 1
        return checkpoint
    }

    private mutating func append(_ line: [UInt8]) throws(LogError) {
        do throws(Errno) {
            let file = try openFile()
            var written = 0
            while written < line.count {
                let count = try file.write(line[written...], at: length + UInt64(written))
                if count == 0 { throw .noSpace }
                written += count
            }
        } catch {
            throw refusal(error)
        }
        do throws(Errno) {
            try file?.sync()
        } catch {
            let failure = LogError(
                code: .unwritable,
                message: """
                    Cannot make a checkpoint durable in '\(path)': \(error). None is signed any more; check the disk, \
                    then start again.
                    """,
                errno: error.rawValue
            )
            self.failure = failure
            throw failure
        }
        length += UInt64(line.count)
    }

    private var path: String { log.storage.path(CheckpointFile.name) }

    private func refusal(_ error: Errno) -> LogError {
        LogError(
            code: error.isExhaustion ? .full : .unwritable,
            message: """
                Cannot write a checkpoint to '\(path)': \(error). Make room, and make sure that the folder may be \
                written to; this is tried again.
                """,
            errno: error.rawValue
        )
    }

    /// The file, made if there is none yet, without the torn line that a crash may have left.
    private mutating func openFile() throws(Errno) -> any LogFile {
        if let file { return file }
        let storage = log.storage
        let opened: any LogFile
        if try storage.names().contains(CheckpointFile.name) {
            opened = try storage.open(CheckpointFile.name, for: .writing)
            if try opened.length() > length { try opened.truncate(to: length) }
        } else {
            opened = try storage.open(CheckpointFile.name, for: .creating)
            try storage.sync()
        }
        file = opened
        return opened
    }
}
