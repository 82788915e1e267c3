import GRDB

/// What many would use instead: a table in SQLite, written ahead and synced for each transaction.
struct SQLiteTable {
    private let queue: DatabaseQueue

    init(path: String) throws {
        var configuration = Configuration()
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA journal_mode = WAL")
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.write { try $0.execute(sql: "CREATE TABLE entry (position INTEGER PRIMARY KEY, json TEXT NOT NULL)") }
    }

    func append(_ texts: [String]) throws {
        try queue.write { database in
            let statement = try database.cachedStatement(sql: "INSERT INTO entry (json) VALUES (?)")
            for text in texts { try statement.execute(arguments: [text]) }
        }
    }
}
