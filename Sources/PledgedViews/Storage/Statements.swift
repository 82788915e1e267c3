internal import GRDB
internal import GRDBSQLite

/// The statements that a writer runs for each event: compiled once, and their values handed to SQLite as they are.
///
/// GRDB boxes each value, and finds a statement by hashing its text; with forty statements for an article that took longer
/// than SQLite. Here a statement is known by where its text lies in the program.
final class Statements {
    private var compiled: [UInt: Statement] = [:]
    /// Runs what gives nothing, where that need not be at once.
    let behind: WriteBehind?

    init(behind: WriteBehind? = nil) { self.behind = behind }

    /// Runs one statement with its values bound in order.
    func run<each Value: SQLValue>(_ sql: StaticString, _ values: repeat each Value, in database: Database) throws {
        if let behind {
            try behind.add(statement(sql, in: database), repeat each values)
        } else {
            _ = try value(sql, repeat each values, in: database)
        }
    }

    /// Runs one statement with its values bound in order, and returns the integer that it gives first, if any.
    func value<each Value: SQLValue>(
        _ sql: StaticString,
        _ values: repeat each Value,
        in database: Database
    ) throws -> Int64? {
        try behind?.wait()
        let handle = unsafe try statement(sql, in: database).sqliteStatement
        var index: Int32 = 0
        for value in repeat each values {
            index += 1
            try unsafe Self.check(value.bind(to: handle, at: index), handle)
        }
        return try unsafe Self.step(handle)
    }

    private func statement(_ sql: StaticString, in database: Database) throws -> Statement {
        let key = UInt(bitPattern: unsafe sql.utf8Start)
        if let known = compiled[key] { return known }
        try behind?.wait()
        let statement = try database.makeStatement(sql: sql.description)
        compiled[key] = statement
        return statement
    }

    /// Runs a statement whose values are bound, and returns the integer that it gives first, if any.
    @unsafe static func step(_ handle: OpaquePointer) throws -> Int64? {
        defer { unsafe sqlite3_reset(handle) }
        switch unsafe sqlite3_step(handle) {
        case SQLITE_DONE: return nil
        case SQLITE_ROW: return unsafe sqlite3_column_int64(handle, 0)
        case let code:
            try unsafe check(code, handle)
            return nil
        }
    }

    @unsafe static func check(_ code: Int32, _ handle: OpaquePointer) throws {
        if code == SQLITE_OK { return }
        let connection = unsafe sqlite3_db_handle(handle)
        throw DatabaseError(
            resultCode: unsafe ResultCode(rawValue: sqlite3_extended_errcode(connection)),
            message: unsafe String(cString: sqlite3_errmsg(connection)),
            sql: unsafe String(cString: sqlite3_sql(handle))
        )
    }
}

/// What SQLite takes for a column.
protocol SQLValue {
    /// Binds it to a parameter, numbered from 1, and returns what SQLite says.
    @unsafe func bind(to statement: OpaquePointer, at index: Int32) -> Int32

    var bound: SQLBound { get }
}

extension Int64: SQLValue {
    @unsafe func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        unsafe sqlite3_bind_int64(statement, index, self)
    }

    var bound: SQLBound { .integer(self) }
}

extension Int: SQLValue {
    @unsafe func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        unsafe sqlite3_bind_int64(statement, index, Int64(self))
    }

    var bound: SQLBound { .integer(Int64(self)) }
}

extension Bool: SQLValue {
    @unsafe func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        unsafe sqlite3_bind_int64(statement, index, self ? 1 : 0)
    }

    var bound: SQLBound { .integer(self ? 1 : 0) }
}

extension Double: SQLValue {
    @unsafe func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        unsafe sqlite3_bind_double(statement, index, self)
    }

    var bound: SQLBound { .real(self) }
}

extension String: SQLValue {
    @unsafe func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        var text = self
        return text.withUTF8 { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
                // An empty string may have no address at all, which SQLite would take for NULL.
                guard let start = characters.baseAddress else {
                    return unsafe sqlite3_bind_text(statement, index, "", 0, nil)
                }
                let copied = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
                return unsafe sqlite3_bind_text(statement, index, start, Int32(clamping: characters.count), copied)
            }
        }
    }

    var bound: SQLBound { .text(self) }
}

extension Optional: SQLValue where Wrapped: SQLValue {
    @unsafe func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        switch self {
        case .some(let value): unsafe value.bind(to: statement, at: index)
        case .none: unsafe sqlite3_bind_null(statement, index)
        }
    }

    var bound: SQLBound { self?.bound ?? .null }
}
