internal import GRDB
internal import GRDBSQLite

/// The statements that a writer runs for each event: compiled once, and their values handed to SQLite as they are.
///
/// GRDB boxes each value, and finds a statement by hashing its text; with forty statements for an article that took longer
/// than SQLite. Here a statement is known by where its text lies in the program.
final class Statements {
    private var compiled: [UInt: Statement] = [:]

    /// Runs one statement with its values bound in order, and returns the integer that it gives first, if any.
    @discardableResult
    func run<each Value: SQLValue>(
        _ sql: StaticString,
        _ values: repeat each Value,
        in database: Database
    ) throws -> Int64? {
        let statement = try statement(sql, in: database)
        let handle = unsafe statement.sqliteStatement
        var index: Int32 = 0
        for value in repeat each values {
            index += 1
            guard unsafe value.bind(to: handle, at: index) == SQLITE_OK else {
                throw error(of: statement, in: database)
            }
        }
        defer { unsafe sqlite3_reset(handle) }
        switch unsafe sqlite3_step(handle) {
        case SQLITE_DONE: return nil
        case SQLITE_ROW: return unsafe sqlite3_column_int64(handle, 0)
        default: throw error(of: statement, in: database)
        }
    }

    private func statement(_ sql: StaticString, in database: Database) throws -> Statement {
        let key = UInt(bitPattern: unsafe sql.utf8Start)
        if let known = compiled[key] { return known }
        let statement = try database.makeStatement(sql: sql.description)
        compiled[key] = statement
        return statement
    }

    private func error(of statement: Statement, in database: Database) -> DatabaseError {
        DatabaseError(
            resultCode: unsafe ResultCode(rawValue: sqlite3_extended_errcode(database.sqliteConnection)),
            message: unsafe String(cString: sqlite3_errmsg(database.sqliteConnection)),
            sql: statement.sql
        )
    }
}

/// What SQLite takes for a column.
protocol SQLValue {
    /// Binds it to a parameter, numbered from 1, and returns what SQLite says.
    @unsafe func bind(to statement: OpaquePointer, at index: Int32) -> Int32
}

extension Int64: SQLValue {
    @unsafe func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        unsafe sqlite3_bind_int64(statement, index, self)
    }
}

extension Int: SQLValue {
    @unsafe func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        unsafe sqlite3_bind_int64(statement, index, Int64(self))
    }
}

extension Bool: SQLValue {
    @unsafe func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        unsafe sqlite3_bind_int64(statement, index, self ? 1 : 0)
    }
}

extension Double: SQLValue {
    @unsafe func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        unsafe sqlite3_bind_double(statement, index, self)
    }
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
}

extension Optional: SQLValue where Wrapped: SQLValue {
    @unsafe func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        switch self {
        case .some(let value): unsafe value.bind(to: statement, at: index)
        case .none: unsafe sqlite3_bind_null(statement, index)
        }
    }
}
