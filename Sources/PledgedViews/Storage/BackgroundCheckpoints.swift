internal import Dispatch
internal import GRDB
internal import Synchronization

/// Moves what is in the write-ahead log into the views' file, on a connection and a thread of their own.
///
/// Else every eighth article or so would wait for that, with two syncs, before it can be seen: three times as long as for
/// all else. It never stops whoever reads or writes. Where it lags behind a writer who does not rest, SQLite has the
/// writer do it, see ``pagesMax``.
final class BackgroundCheckpoints: Sendable {
    /// Of 4 KiB in the write-ahead log, from which on the writer moves them itself: 64 MiB.
    static let pagesMax = 16_384

    private struct Pending {
        var events = 0
        var batches = 0
        var isRunning = false
    }

    private static let eventsMax = 512
    private static let batchesMax = 8

    private let queue: DatabaseQueue
    private let thread = DispatchQueue(label: "views.checkpoint", qos: .utility)
    private let pending = Mutex(Pending())

    /// - Parameters:
    ///   - path: The file; it has a write-ahead log already.
    ///   - configuration: Of the connection.
    /// - Throws: What opening a connection throws.
    init(path: String, configuration: Configuration) throws {
        queue = try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Takes note of a batch that was committed.
    func add(events: Int) {
        let isDue = pending.withLock { pending in
            pending.events += events
            pending.batches += 1
            guard !pending.isRunning, pending.events >= Self.eventsMax || pending.batches >= Self.batchesMax else {
                return false
            }
            pending = Pending(isRunning: true)
            return true
        }
        if isDue { thread.async { self.run() } }
    }

    /// Moves all that is in the write-ahead log into the file, durably, and waits for it.
    ///
    /// On the same thread: SQLite refuses at once, without waiting, where another checkpoint is under way.
    func finish() throws {
        try thread.sync {
            try queue.writeWithoutTransaction { database in _ = try database.checkpoint(.truncate) }
        }
    }

    private func run() {
        do {
            try queue.writeWithoutTransaction { database in _ = try database.checkpoint(.passive) }
        } catch {
            // Nothing is lost by it: what is committed is in the write-ahead log. The next one tries again, and a disk that
            // takes no more is told of by the next commit.
        }
        pending.withLock { $0.isRunning = false }
    }
}
