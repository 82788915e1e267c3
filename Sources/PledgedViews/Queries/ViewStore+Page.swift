internal import GRDB
internal import PledgedCore

extension ViewStore {
    /// One page of a list, its whole length and its position, from one read transaction.
    ///
    /// `count` is SQL that gives the length of the whole, `rows` SQL that gives the rows in a stable order, without
    /// limit; `values` are bound in both.
    func page<Answer>(
        _ request: PageRequest,
        count: String,
        rows: String,
        _ values: [(any DatabaseValueConvertible)?],
        _ read: ([Row], Database) throws -> [Answer]
    ) throws(ViewError) -> Page<Answer> {
        try self.read { database in
            let total = try Int.fetchOne(database.cachedStatement(sql: count), arguments: StatementArguments(values))
            let statement = try database.cachedStatement(sql: "\(rows) LIMIT ? OFFSET ?")
            let found = try Row.fetchAll(
                statement,
                arguments: StatementArguments(values + [request.limit, request.offset])
            )
            return Page(
                rows: try read(found, database),
                total: total ?? 0,
                position: try Projection().position(in: database)
            )
        }
    }
}
