internal import GRDB

extension Database {
    /// Executes one statement, compiled once a connection, with its values bound in order.
    func run(_ sql: String, _ values: [(any DatabaseValueConvertible)?]) throws {
        try cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
    }
}
