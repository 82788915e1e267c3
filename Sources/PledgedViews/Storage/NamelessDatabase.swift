internal import Foundation
internal import GRDB

/// A database on disk that goes with its connection, even by `kill -9`.
enum NamelessDatabase {
    /// Opens one with empty views in it.
    static func open(inFolder folder: String) throws(ViewError) -> DatabaseQueue {
        let path = "\(folder)/views-\(UUID().uuidString).temporary"
        var configuration = Configuration()
        configuration.label = "views.verify"
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { database in
            // Nothing of it needs to survive, and SQLite would not make a journal beside a file without a name.
            _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = MEMORY")
            try database.execute(sql: "PRAGMA synchronous = OFF")
        }
        return try ViewError.translating(path) {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            try ViewFiles.removeDatabase(path)
            try queue.write { try Projection().create(in: $0) }
            // It is asked for its content alone.
            _ = try queue.writeWithoutTransaction { try BulkLoad($0) }
            return queue
        }
    }
}
