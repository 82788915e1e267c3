internal import Dispatch
internal import GRDB
internal import GRDBSQLite
internal import Synchronization

/// Runs statements on a thread of its own while the next events are looked at: of a rebuild SQLite takes a third.
///
/// A connection serves one thread at a time: whoever else uses it calls ``wait()`` before. A transaction must be open on it,
/// for GRDB would look at the end of one on a thread that is not its own.
///
/// Texts and keys come in bursts of many statements: some jobs wait in a row, lest the caller waits for each burst.
///
/// `@unchecked`: ``job`` and ``isRunning`` are the one caller's, a job that was handed over is the thread's, `error` lies behind
/// a lock, and the rest never changes.
final class WriteBehind: @unchecked Sendable {
    /// `@unchecked`: GRDB's statements are not sendable; a job is handed over whole, and the caller touches neither it nor its
    /// connection until ``wait()`` has returned.
    private struct Job: @unchecked Sendable {
        var statements: [Statement] = []
        /// Those of the statements, one after the other.
        var values: [SQLBound] = []

        init() {
            statements.reserveCapacity(WriteBehind.statementsMax)
            values.reserveCapacity(WriteBehind.statementsMax * 10)
        }
    }

    /// Statements that are handed over at a time, and jobs that are handed over and not done: some 16 MB.
    private static let (statementsMax, jobsMax) = (1_024, 48)

    private let thread = DispatchQueue(label: "views.write")
    private let room = DispatchSemaphore(value: jobsMax)
    private var job = Job()
    /// Whether jobs may be on their way.
    private var isRunning = false
    private let error = Mutex<(any Error)?>(nil)

    /// Runs `statement` some time, with its values bound in order.
    ///
    /// Where it, or one before it, cannot be run, this or ``wait()`` throws some time after.
    func add<each Value: SQLValue>(_ statement: Statement, _ values: repeat each Value) throws {
        for value in repeat each values { job.values.append(value.bound) }
        job.statements.append(statement)
        if job.statements.count >= Self.statementsMax { try handOver() }
    }

    /// Waits until everything is run.
    func wait() throws {
        if !job.statements.isEmpty { try handOver() }
        try join()
    }

    /// Runs nothing any more; the connection may be closed after it.
    func abandon() { thread.sync {} }

    private func handOver() throws {
        try check()
        let job = job
        self.job = Job()
        isRunning = true
        room.wait()
        thread.async { [self] in
            defer { room.signal() }
            // After one that could not be run, none is.
            if error.withLock({ $0 != nil }) { return }
            do {
                try Self.run(job)
            } catch {
                self.error.withLock { $0 = error }
            }
        }
    }

    /// Waits for the jobs that were handed over.
    private func join() throws {
        guard isRunning else { return }
        thread.sync {}
        isRunning = false
        try check()
    }

    private func check() throws {
        if let error = error.withLock({ $0 }) { throw error }
    }

    private static func run(_ job: Job) throws {
        var next = 0
        for statement in job.statements {
            let handle = unsafe statement.sqliteStatement
            let count = unsafe sqlite3_bind_parameter_count(handle)
            for index in 0..<count {
                try unsafe Statements.check(job.values[next].bind(to: handle, at: index + 1), handle)
                next += 1
            }
            _ = try unsafe Statements.step(handle)
        }
    }
}

/// A value for a column, on its way to another thread.
enum SQLBound {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)

    @unsafe func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        switch self {
        case .null: unsafe sqlite3_bind_null(statement, index)
        case .integer(let value): unsafe value.bind(to: statement, at: index)
        case .real(let value): unsafe value.bind(to: statement, at: index)
        case .text(let value): unsafe value.bind(to: statement, at: index)
        }
    }
}
