internal import GRDB
internal import PledgedCore

/// A question about pledges as SQL.
struct PledgeList {
    private let query: PledgeQuery
    private let moment: Moment
    private var conditions = Conditions()

    init(_ query: PledgeQuery, at moment: Moment) {
        self.query = query
        self.moment = moment
        requireStatus()
        if let kind = query.kind { conditions.require("p.kind = ?", kind.rawValue) }
        require("by", query.by)
        require("to", query.to)
        requireArticle()
        requireWords()
        requireDays()
        if let least = query.minQuantity { conditions.require("p.quantity >= ?", least) }
        if let unit = query.unit {
            // "engineer" finds "engineers", "usd" finds "USD"; SQLite's LIKE knows no other case than ASCII's.
            conditions.require("p.unit LIKE ? ESCAPE '\\'", Conditions.containing(unit))
        }
    }

    var sql: ListSQL {
        ListSQL(
            columns: PledgeRows.columns,
            from: PledgeRows.from(moment),
            countedFrom: "FROM \(moment.pledges) AS p",
            conditions: conditions,
            order: order
        )
    }

    private var order: String {
        switch query.sort {
        case .said: "p.said DESC, p.id DESC"
        case .due: "p.deadline IS NULL, p.deadline_last_day, p.id DESC"
        case .quantity: "p.quantity DESC, p.id DESC"
        case .tellings: "p.tellings DESC, p.id DESC"
        case .confidence: "p.confidence DESC, p.id DESC"
        }
    }

    private mutating func requireStatus() {
        if query.status.isEmpty { return conditions.require("p.resolution IS NOT 'dismissed'") }
        let parts = query.status.map { Self.sql(of: $0, on: moment.today) }
        conditions.require(parts.joined(separator: " OR "))
        let asksForDismissed = query.status.contains(.dismissed)
        if !asksForDismissed { conditions.require("p.resolution IS NOT 'dismissed'") }
    }

    /// SQL for a pledge of table `p` having a status on `day`.
    private static func sql(of status: PledgeStatus, on day: CalendarDate) -> String {
        let dueDay = day.adding(days: PledgeStatus.dueDays)
        let undecided = "p.resolution IS NULL"
        return switch status {
        case .open: "\(undecided) AND (p.deadline IS NULL OR p.deadline_last_day > '\(dueDay)')"
        case .due:
            "\(undecided) AND p.deadline IS NOT NULL AND p.deadline_last_day BETWEEN '\(day)' AND '\(dueDay)'"
        case .overdue: "\(undecided) AND p.deadline IS NOT NULL AND p.deadline_last_day < '\(day)'"
        case .fulfilled, .withdrawn, .broken, .dismissed: "p.resolution = '\(status.rawValue)'"
        case .restated: "p.tellings > 1"
        case .revised: "p.revisions > 0"
        }
    }

    private mutating func require(_ role: String, _ actor: String?) {
        guard let actor else { return }
        let (identities, value) = ActorFilter(actor).identities(at: moment)
        if moment.last == nil {
            conditions.require(
                "p.id IN (SELECT pledge FROM pledge_parties WHERE role = '\(role)' AND identity IN (\(identities)))",
                value
            )
        } else {
            conditions.require(
                """
                p.id IN (SELECT \(moment.pledge(of: "t")) FROM telling_parties AS party
                    JOIN tellings AS t ON t.position = party.telling
                    WHERE party.role = '\(role)' AND party.identity IN (\(identities)) AND \(moment.shows("t")))
                """,
                value
            )
        }
    }

    private mutating func requireArticle() {
        guard let article = query.article?.hexadecimal else { return }
        let position = "(SELECT position FROM articles WHERE id = ?)"
        conditions.require(
            """
            p.id IN (SELECT \(moment.pledge(of: "t")) FROM tellings AS t
                WHERE t.reading = \(moment.newestReading(of: position)) AND \(moment.shows("t")))
            """,
            article
        )
    }

    private mutating func requireWords() {
        guard let about = query.about else { return }
        guard let fts = SearchExpression(about, matchesBeginnings: true).fts else {
            return conditions.require("FALSE")
        }
        let isNarrow = query.by != nil || query.to != nil || query.article != nil
        if isNarrow, moment.last == nil {
            // Few pledges are left to be looked at: cheaper than finding the pledge of each telling that has the words.
            return conditions.require(
                """
                EXISTS (SELECT 1 FROM tellings AS t WHERE t.pledge = p.id AND \(moment.shows("t")) AND t.position IN
                    (SELECT rowid FROM telling_search WHERE telling_search MATCH ?))
                """,
                fts
            )
        }
        conditions.require(
            """
            p.id IN (SELECT \(moment.pledge(of: "t")) FROM telling_search
                JOIN tellings AS t ON t.position = telling_search.rowid
                WHERE telling_search MATCH ? AND \(moment.shows("t")))
            """,
            fts
        )
    }

    private mutating func requireDays() {
        if let day = query.dueBefore {
            conditions.require("p.deadline IS NOT NULL AND p.deadline_last_day <= ?", day.description)
        }
        if let day = query.dueFrom {
            conditions.require("p.deadline IS NOT NULL AND p.deadline_last_day >= ?", day.description)
        }
        if let day = query.saidFrom { conditions.require("p.last_said >= ?", day.description) }
        if let day = query.saidTo { conditions.require("p.said <= ?", day.description) }
    }
}
