internal import Foundation
internal import GRDB

/// A database on disk that goes with its connection, even by `kill -9`.
enum NamelessDatabase {
    /// Opens an empty one.
    static func open(inFolder folder: String) throws(ViewError) -> DatabaseQueue {
        let path = "\(folder)/views-\(UUID().uuidString).temporary"
        return try ViewError.translating(path) {
            let queue = try DatabaseQueue(path: path, configuration: BulkLoad.configuration("views.verify"))
            try ViewFiles.removeDatabase(path)
            return queue
        }
    }
}
