internal import GRDB
internal import PledgedCore

/// The moment at which the views are asked: now, or as of some position, in SQL.
///
/// What is shown now has `withdrawn IS NULL`; what an identity or a telling was of before lies in the tables of moves,
/// what a pledge was before in its history.
struct Moment {
    /// Nothing behind this position counts; nil for now.
    let last: Int64?
    /// The same in SQL: the number, or the parameter that it is bound to.
    private let limit: String?
    /// The day on which statuses are told: today, or the day of the past moment.
    let today: CalendarDate

    /// - Throws: ``ViewError`` with code `beyondEnd` for a position that the views do not reach.
    init(_ asOf: AsOf?, today: CalendarDate, in database: Database) throws {
        switch asOf {
        case nil:
            (last, self.today) = (nil, today)
        case .position(let position):
            let end = try Projection().position(in: database)
            guard position < end else { throw ViewError.beyondEnd(position, end) }
            last = recordedOffset(position)
            let sql = "SELECT max(day) AS day FROM days WHERE first_position <= ?"
            self.today = try Row.fetchOne(database, sql: sql, arguments: [last])?.dateIfAny("day") ?? today
        case .day(let day):
            let sql = "SELECT min(first_position) FROM days WHERE day > ?"
            let next = try Int64.fetchOne(database, sql: sql, arguments: [day.description])
            last = next.map { $0 - 1 }
            self.today = min(day, today)
        }
        limit = last.map(String.init)
    }

    /// The moment just after the event at `last`, which the views hold.
    ///
    /// Its SQL names the parameter `?2` instead of the position, so that one statement serves for many moments.
    init(after last: Int64, today: CalendarDate) { (self.last, self.today, limit) = (last, today, "?2") }

    private init(last: Int64?, limit: String?, today: CalendarDate) {
        (self.last, self.limit, self.today) = (last, limit, today)
    }

    /// Whether its SQL is the same for every moment of its kind, but for ``arguments(_:)``.
    var isConstant: Bool { last == nil || limit == "?2" }

    /// What a statement of which `?1` is `first` has to be given.
    func arguments(_ first: Int64) -> StatementArguments {
        if let last, isConstant { return [first, last] }
        return [first]
    }

    /// The same moment, with statuses told on `day`.
    func on(_ day: CalendarDate) -> Moment { Moment(last: last, limit: limit, today: day) }

    /// SQL for a fact's row of `table` being shown.
    func shows(_ table: String) -> String {
        guard let limit else { return "\(table).withdrawn IS NULL" }
        return """
            \(table).position <= \(limit) AND (\(table).withdrawn IS NULL OR \(table).withdrawn > \(limit))
            """
    }

    /// SQL for an article not being superseded.
    func showsArticle(_ table: String = "articles") -> String {
        guard let limit else { return "\(table).superseded_by IS NULL" }
        return """
            \(table).position <= \(limit) AND (\(table).superseded_by IS NULL OR \(table).superseded_by > \(limit))
            """
    }

    /// SQL for whose an identity is; `identities` names a row of that table.
    func actor(of identities: String) -> String {
        guard let limit else { return "\(identities).actor" }
        return """
            coalesce((SELECT actor_before FROM identity_moves WHERE identity = \(identities).id AND position > \(limit)
                ORDER BY position LIMIT 1), \(identities).actor)
            """
    }

    /// SQL that gives the identities of the actor whose number is `actor`, SQL as well.
    func identities(of actor: String) -> String {
        guard last != nil else { return "(SELECT id FROM identities WHERE actor = \(actor))" }
        // Whatever is its own by now, or once was.
        return """
            (SELECT id FROM identities WHERE \(self.actor(of: "identities")) = \(actor)
                AND id IN (SELECT id FROM identities WHERE actor = \(actor)
                    UNION SELECT identity FROM identity_moves WHERE actor_before = \(actor)))
            """
    }

    /// SQL for the pledge that a telling is of; `tellings` names a row of that table.
    func pledge(of tellings: String) -> String {
        guard let limit else { return "\(tellings).pledge" }
        return """
            coalesce((SELECT pledge_before FROM telling_moves WHERE telling = \(tellings).position
                AND telling_moves.position > \(limit) ORDER BY telling_moves.position LIMIT 1), \(tellings).pledge)
            """
    }

    /// SQL for a decision bearing on facts of which `condition` holds, SQL that names columns of the row `bearing`.
    func bears(_ condition: String) -> String {
        """
        decisions.position IN (SELECT decision FROM decision_bearings AS bearing WHERE (\(condition))
            AND bearing.since = (SELECT max(latest.since) FROM decision_bearings AS latest
                WHERE latest.decision = bearing.decision AND \(until("latest.since"))))
        """
    }

    /// SQL that stands for the table of pledges, of which but the one with `id`, SQL as well, is wanted.
    func pledges(of id: String) -> String {
        guard let limit else { return "(SELECT * FROM pledges WHERE id = \(id))" }
        return """
            (SELECT \(PledgeColumns.names) FROM pledges WHERE id = \(id) AND since <= \(limit)
                UNION ALL SELECT \(PledgeColumns.names) FROM pledge_history
                    WHERE id = \(id) AND since <= \(limit) AND until > \(limit))
            """
    }

    /// SQL that stands for the table of pledges.
    var pledges: String {
        guard let limit else { return "pledges" }
        return """
            (SELECT \(PledgeColumns.names) FROM pledges WHERE since <= \(limit)
                UNION ALL SELECT \(PledgeColumns.names) FROM pledge_history WHERE since <= \(limit) AND until > \(limit))
            """
    }

    /// SQL that gives the newest reading of the article at `article`.
    func newestReading(of article: String) -> String {
        let limit = limit.map { " AND newest.position <= \($0)" } ?? ""
        return "(SELECT max(newest.position) FROM readings AS newest WHERE newest.article = \(article)\(limit))"
    }

    /// SQL that leaves out what came later; nothing for now.
    func until(_ position: String) -> String { limit.map { "\(position) <= \($0)" } ?? "TRUE" }
}

extension ViewError {
    static func beyondEnd(_ position: LogPosition, _ end: LogPosition) -> ViewError {
        let last = end == .start ? "which hold nothing" : "whose last event is \(end.offset - 1)"
        return ViewError(
            code: .beyondEnd,
            message: "Position \(position.offset) lies beyond the end of the views, \(last). Ask for an earlier one.",
            position: end
        )
    }
}
