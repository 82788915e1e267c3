internal import GRDB
internal import PledgedCore
internal import Synchronization

/// One database file with the connections to it.
///
/// A generation that a rebuild has replaced is kept by the readers that are still at it; when the last one lets go, its
/// files are removed.
final class Generation: Sendable {
    let path: String
    let pool: DatabasePool
    private let isRetired = Atomic(false)
    private let memory = ViewMemory()
    private let checkpoints: BackgroundCheckpoints
    private static let projection = Projection()
    /// Of pages in the writer's memory.
    static let cacheKilobytes = 32_768

    /// Opens the views in the file at `path`.
    convenience init(opening path: String) throws(ViewError) {
        try Self.check(path)
        try self.init(path: path)
    }

    /// Makes empty views in the empty file at `path`.
    convenience init(creating path: String) throws(ViewError) {
        try self.init(path: path)
        try ViewError.translating(path) { try pool.write { try Self.projection.create(in: $0) } }
    }

    private init(path: String) throws(ViewError) {
        self.path = path
        (pool, checkpoints) = try ViewError.translating(path) {
            let pool = try DatabasePool(path: path, configuration: Self.configuration("views"))
            let configuration = Self.configuration("views.checkpoint", cacheKilobytes: 512)
            return (pool, try BackgroundCheckpoints(path: path, configuration: configuration))
        }
    }

    deinit {
        guard isRetired.load(ordering: .acquiring) else { return }
        do {
            // The open connections notice that their file is gone, and leave its successor's companions alone.
            try ViewFiles.removeDatabase(path)
        } catch {
            // Nobody reads it any more; the next start tries again, and says why if it cannot.
        }
    }

    /// Lets the files go when the last reader is done.
    func retire() { isRetired.store(true, ordering: .releasing) }

    func position() throws(ViewError) -> LogPosition {
        try ViewError.translating(path) { try pool.read { try Self.projection.position(in: $0) } }
    }

    /// Folds `events` in, in one transaction with the checkpoint.
    func apply(_ events: [RecordedEvent]) throws(ViewError) -> LogPosition {
        try ViewError.translating(path) {
            do {
                let position = try pool.write { database in
                    try Self.projection.apply(events, to: database, remembering: memory)
                    return try Self.projection.position(in: database)
                }
                checkpoints.add(events: events.count)
                return position
            } catch {
                // What was not committed must not be remembered.
                pool.writeWithoutTransaction { _ in memory.forget() }
                throw error
            }
        }
    }

    /// Moves all that is in the write-ahead log into the file, durably.
    func checkpoint() throws(ViewError) {
        try ViewError.translating(path) { try checkpoints.finish() }
    }

    /// Refuses what is no views of this version, without changing a byte of it.
    private static func check(_ path: String) throws(ViewError) {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.label = "views.check"
        try ViewError.translating(path) {
            try DatabaseQueue(path: path, configuration: configuration).read { try Schema.check($0, at: path) }
        }
    }

    private static func configuration(
        _ label: String,
        cacheKilobytes: Int = Generation.cacheKilobytes
    ) -> Configuration {
        var configuration = Configuration()
        configuration.label = label
        configuration.maximumReaderCount = 8
        configuration.busyMode = .timeout(10)
        // The events vouch for the references, and the views refuse those that do not: no need to look twice.
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { database in
            // The log is the truth: after a power loss the views may lack their last transactions, never be torn, and
            // catch up from their checkpoint. So a commit need not wait for the disk; only checkpoints do.
            try database.execute(sql: "PRAGMA synchronous = NORMAL")
            try database.execute(sql: "PRAGMA wal_autocheckpoint = \(BackgroundCheckpoints.pagesMax)")
            try database.execute(sql: "PRAGMA journal_size_limit = 67108864")
            // The writer touches every table; with SQLite's 2 MB it would read its own pages again and again.
            if !database.configuration.readonly { try database.execute(sql: "PRAGMA cache_size = -\(cacheKilobytes)") }
        }
        return configuration
    }
}
