internal import Dispatch
internal import GRDB
internal import GRDBSQLite

/// Runs statements on a thread of its own while the next events are looked at: of a rebuild SQLite takes a third.
///
/// A connection serves one thread at a time: whoever else uses it calls ``wait()`` before.
///
/// `@unchecked`: the job at hand is the thread's, all else the caller's; ``wait()`` lies between the two.
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

    /// Statements that are handed over at a time.
    private static let statementsMax = 4_096

    private let thread = DispatchQueue(label: "views.write")
    private var job = Job()
    private var isRunning = false
    private var error: (any Error)?

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
        try join()
        let job = job
        self.job = Job()
        isRunning = true
        thread.async { [self] in
            do {
                try Self.run(job)
            } catch {
                self.error = error
            }
        }
    }

    /// Waits for the job at hand.
    private func join() throws {
        guard isRunning else { return }
        thread.sync {}
        isRunning = false
        if let error { throw error }
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
