internal import GRDB
internal import PledgedCore

extension ViewError {
    /// Does `body` on the database at `path`, and says what its failure means for the views.
    static func translating<Result>(_ path: String, _ body: () throws -> Result) throws(ViewError) -> Result {
        do {
            return try body()
        } catch {
            throw ViewError(error, at: path)
        }
    }

    init(_ error: any Error, at path: String) {
        switch error {
        case let error as ViewError: self = error
        case let error as DatabaseError: self.init(database: error, at: path)
        default: self.init(code: .unusable, message: "Cannot use the views in '\(path)': \(error).")
        }
    }

    private init(database error: DatabaseError, at path: String) {
        switch error.resultCode {
        case .SQLITE_NOTADB:
            self.init(
                code: .foreign,
                message: "'\(path)' is not a database. Delete it, or move it, and rebuild the views."
            )
        case .SQLITE_CORRUPT:
            self.init(
                code: .damaged,
                message: "The views in '\(path)' are damaged (\(error)). Rebuild them from the log."
            )
        case .SQLITE_FULL:
            self.init(code: .full, message: "No space is left for the views in '\(path)'. Free some; nothing is lost.")
        case .SQLITE_IOERR:
            self.init(
                code: .failing,
                message: """
                    The disk fails under the views in '\(path)' (\(error)). Check it; nothing is lost, the log makes them \
                    again.
                    """
            )
        case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
            self.init(
                code: .unusable,
                message: """
                    Cannot open the views in '\(path)': \(error). The daemon must be allowed to write there and have file \
                    descriptors left; if only this file is at fault, delete it: the log makes it again.
                    """
            )
        default:
            self.init(code: .unusable, message: "Cannot use the views in '\(path)': \(error).")
        }
    }
}
