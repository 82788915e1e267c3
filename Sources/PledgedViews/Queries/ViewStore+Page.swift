internal import GRDB
internal import PledgedCore

extension ViewStore {
    /// One page of a list, its whole length and its position, from one read transaction.
    ///
    /// `list` says what the list is at a moment, `read` makes its rows of what was found.
    func page<Answer>(
        _ request: PageRequest,
        asOf: AsOf?,
        today: CalendarDate = CalendarDate(daysSinceEpoch: 0),
        _ list: (Moment, Database) throws -> ListSQL,
        _ read: ([Row], Moment, Database) throws -> [Answer]
    ) throws(ViewError) -> Page<Answer> {
        try self.read { database in
            let moment = try Moment(asOf, today: today, in: database)
            let list = try list(moment, database)
            let values = list.conditions.values
            let total = try Int.fetchOne(
                database.statement(list.count, at: moment),
                arguments: StatementArguments(values)
            )
            let found = try Row.fetchAll(
                database.statement(list.rows, at: moment),
                arguments: StatementArguments(values + [request.limit, request.offset])
            )
            return Page(
                rows: try read(found, moment, database),
                total: total ?? 0,
                position: try moment.position(in: database)
            )
        }
    }
}

extension Moment {
    /// Everything before this position is in what is shown.
    func position(in database: Database) throws -> LogPosition {
        let end = try Projection().position(in: database)
        return last.map { min(LogPosition(offset: UInt64(max($0 + 1, 0))), end) } ?? end
    }
}

extension Database {
    /// Compiles `sql`, once a connection if it is asked of now: a past moment's position is part of the text, and would
    /// fill the cache.
    func statement(_ sql: String, at moment: Moment) throws -> Statement {
        try moment.isConstant ? cachedStatement(sql: sql) : makeStatement(sql: sql)
    }
}
