internal import GRDB
internal import PledgedCore

/// Reads what changed in the pledges: what events brought, from their versions, and what days brought, from deadlines.
struct ChangeReader {
    let database: Database
    let today: CalendarDate

    init(_ database: Database, today: CalendarDate) { (self.database, self.today) = (database, today) }

    /// One change, before the rows that belong to it are read.
    private struct Change {
        let kind: ChangeRow.Kind
        let cursor: ChangeCursor
        let pledge: Int64
        /// The version to show: the one that was valid just after this event.
        let version: Int64
    }

    func page(_ query: ChangeQuery) throws -> ChangesPage {
        let end = try Projection().position(in: database)
        let start = try query.after ?? firstCursor()
        // One more than asked for, to know whether there are more.
        let found = try byEvents(after: start, query.limit + 1) + byDays(after: start, query.limit + 1)
        let sorted = found.sorted { $0.cursor < $1.cursor }
        let changes = sorted.prefix(query.limit)
        let rows = try changes.compactMap(row)
        return ChangesPage(
            rows: rows,
            cursor: changes.last?.cursor ?? start,
            isComplete: sorted.count <= query.limit,
            position: end
        )
    }

    func cursor(behind position: LogPosition) throws -> ChangeCursor {
        let day = try day(of: recordedOffset(position)) ?? CalendarDate(daysSinceEpoch: 0)
        return ChangeCursor(day: day, position: position, pledge: LogPosition(offset: UInt64(Int64.max)))
    }

    private func firstCursor() throws -> ChangeCursor {
        let row = try Row.fetchOne(database.cachedStatement(sql: "SELECT min(day) AS day FROM days"))
        let day = try row?.dateIfAny("day") ?? today
        return ChangeCursor(day: day.adding(days: -1), position: nil, pledge: nil)
    }

    private func day(of position: Int64) throws -> CalendarDate? {
        let sql = "SELECT max(day) AS day FROM days WHERE first_position <= ?"
        return try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [position])?.dateIfAny("day")
    }

    // MARK: What events brought

    private func byEvents(after cursor: ChangeCursor, _ limit: Int) throws -> [Change] {
        let (position, pledge) = try place(of: cursor)
        func behind(_ column: String) -> String { "(\(column) > ?1 OR (\(column) = ?1 AND id > ?2))" }
        let sql = """
            SELECT * FROM (SELECT since AS position, id, change, since AS version FROM pledges AS p
                WHERE change IS NOT NULL AND \(behind("since")) ORDER BY since, id LIMIT ?3)
            UNION ALL SELECT * FROM (SELECT since, id, change, since FROM pledge_history AS h
                WHERE change IS NOT NULL AND \(behind("since")) ORDER BY since, id LIMIT ?3)
            UNION ALL SELECT * FROM (SELECT until, id, 'gone', since FROM pledge_history AS h
                WHERE ended = 'gone' AND \(behind("until")) ORDER BY until, id LIMIT ?3)
            ORDER BY 1, 2 LIMIT ?3
            """
        let rows = try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [position, pledge, limit])
        let days = try Days(database)
        return try rows.map { row in
            let (position, pledge): (Int64, Int64) = (row[0], row[1])
            let cursor = ChangeCursor(
                day: days.day(of: position),
                position: LogPosition(offset: UInt64(position)),
                pledge: LogPosition(offset: UInt64(pledge))
            )
            let kind = try row.code("change", as: ChangeRow.Kind.self)
            return Change(kind: kind, cursor: cursor, pledge: pledge, version: row[3])
        }
    }

    /// The event behind which `cursor` lies, and the pledge.
    ///
    /// Where it is at what the day itself brought, none of the day's events were passed.
    private func place(of cursor: ChangeCursor) throws -> (position: Int64, pledge: Int64) {
        if let position = cursor.position {
            return (recordedOffset(position), cursor.pledge.map(recordedOffset) ?? -1)
        }
        let sql = "SELECT min(first_position) FROM days WHERE day >= ?"
        let first = try Int64.fetchOne(database.cachedStatement(sql: sql), arguments: [cursor.day.description])
        if let first { return (first - 1, Int64.max) }
        return (recordedOffset(try Projection().position(in: database)) - 1, Int64.max)
    }

    /// The days of events, looked up once for all rows of a page.
    private struct Days {
        private let days: [(first: Int64, day: CalendarDate)]

        init(_ database: Database) throws {
            days = try Row.fetchAll(database, sql: "SELECT first_position, day FROM days ORDER BY first_position")
                .compactMap { row in try row.dateIfAny("day").map { (row[0], $0) } }
        }

        func day(of position: Int64) -> CalendarDate {
            var (low, high) = (0, days.count)
            while low < high {
                let middle = (low + high) / 2
                if days[middle].first <= position { low = middle + 1 } else { high = middle }
            }
            return low == 0 ? CalendarDate(daysSinceEpoch: 0) : days[low - 1].day
        }
    }

    // MARK: What days brought

    private func byDays(after cursor: ChangeCursor, _ limit: Int) throws -> [Change] {
        var changes = try byDays(after: cursor, limit, .becameOverdue, daysBefore: -1)
        changes += try byDays(after: cursor, limit, .becameDue, daysBefore: PledgeStatus.dueDays)
        return changes
    }

    /// Pledges that reached the day that lies `daysBefore` days before their deadline's last.
    ///
    /// A version counts that was valid when the day began: made on an earlier day, and not replaced before this one.
    private func byDays(
        after cursor: ChangeCursor,
        _ limit: Int,
        _ kind: ChangeRow.Kind,
        daysBefore: Int
    ) throws -> [Change] {
        // On the cursor's own day, what the day itself brought lies behind it only as far as its pledge.
        let isWithinDay = cursor.position == nil && cursor.pledge != nil
        let first = isWithinDay ? cursor.day : cursor.day.adding(days: 1)
        guard first <= today else { return [] }
        let begin = """
            coalesce((SELECT min(first_position) FROM days WHERE day >= date(deadline_last_day, '\(-daysBefore) days')),
                9223372036854775807)
            """
        let range = """
            deadline IS NOT NULL AND deadline_last_day BETWEEN ?1 AND ?2 AND deadline_last_day < '9999'
                AND resolution IS NULL
            """
        // Each half by itself: an index gives its rows in the order of their days, and no more are read than are wanted.
        let sql = """
            SELECT * FROM (SELECT id, deadline_last_day, since FROM pledges WHERE \(range) AND since < \(begin)
                ORDER BY deadline_last_day, id LIMIT ?3)
            UNION ALL SELECT * FROM (SELECT id, deadline_last_day, since FROM pledge_history
                WHERE \(range) AND since < \(begin) AND until >= \(begin) ORDER BY deadline_last_day, id LIMIT ?3)
            ORDER BY 2, 1 LIMIT ?3
            """
        let values: StatementArguments = [
            first.adding(days: daysBefore).description, today.adding(days: daysBefore).description,
            isWithinDay ? Int.max : limit,
        ]
        return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: values).compactMap { row in
            guard let last = try row.dateIfAny("deadline_last_day") else { return nil }
            let place = ChangeCursor(
                day: last.adding(days: -daysBefore),
                position: nil,
                pledge: try row.position("id")
            )
            return place > cursor ? Change(kind: kind, cursor: place, pledge: row["id"], version: row["since"]) : nil
        }
    }

    // MARK: Rows

    private func row(_ change: Change) throws -> ChangeRow? {
        let moment = Moment(after: change.version, today: change.cursor.day)
        let now = try Moment(nil, today: today, in: database)
        let reader = PledgeRows(moment, database, named: now)
        guard let pledge = try reader.row(of: change.pledge) else { return nil }
        let revisions =
            change.kind == .revised
            ? try PledgeDetailReader(moment, database).revisions(of: change.pledge, named: now) : []
        return ChangeRow(
            change: change.kind,
            cursor: change.cursor,
            position: change.cursor.position,
            pledge: pledge,
            revisions: revisions
        )
    }
}
