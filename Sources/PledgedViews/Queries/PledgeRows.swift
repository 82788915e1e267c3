internal import GRDB
internal import PledgedCore

/// Makes rows of pledges out of what the database has.
struct PledgeRows {
    let moment: Moment
    let database: Database

    /// The moment whose names of actors are shown, where that is another.
    let named: Moment?

    init(_ moment: Moment, _ database: Database, named: Moment? = nil) {
        (self.moment, self.database, self.named) = (moment, database, named)
    }

    static let columns = """
        SELECT p.id, p.kind, p.first_telling, p.quantity, p.unit, p.deadline, p.deadline_last_day, p.said, p.last_said,
            p.confidence, p.tellings, p.revisions, p.resolution, p.since, p.change, first.by_text, first.action, first.cue,
            first.quote, first.span_start, first.span_end, articles.id AS article
        """

    static func from(_ moment: Moment) -> String { from(moment.pledges) }

    /// The pledge with this number.
    func row(of pledge: Int64) throws -> PledgeRow? {
        let sql = "\(Self.columns) \(Self.from(moment.pledges(of: "?1")))"
        return try rows(try Row.fetchAll(database.statement(sql, at: moment), arguments: moment.arguments(pledge)))
            .first
    }

    private static func from(_ pledges: String) -> String {
        """
        FROM \(pledges) AS p CROSS JOIN tellings AS first ON first.position = p.first_telling
            CROSS JOIN articles ON articles.position = first.article
        """
    }

    func rows(_ rows: [Row]) throws -> [PledgeRow] {
        let parties = try Parties(ofTellings: rows.map { $0["first_telling"] }, at: named ?? moment, in: database)
        return try rows.map { try Self.row($0, parties, on: moment.today) }
    }

    private static func row(_ row: Row, _ parties: Parties, on day: CalendarDate) throws -> PledgeRow {
        let first: Int64 = row["first_telling"]
        let quantity: Double? = row["quantity"]
        let deadline = try row.edtfIfAny("deadline")
        return PledgeRow(
            id: try row.position("id"),
            kind: try row.code("kind", as: Pledge.Kind.self),
            by: parties.of(first, "by"),
            byText: row["by_text"],
            to: parties.of(first, "to"),
            speaker: parties.of(first, "speaker").first,
            action: row["action"],
            quantity: quantity.map { Quantity(value: $0, unit: row["unit"] ?? "") },
            deadline: deadline,
            said: try row.dateIfAny("said"),
            lastSaid: try row.dateIfAny("last_said"),
            status: try row.codeIfAny("resolution", as: PledgeStatus.self) ?? status(dueOn: deadline, on: day),
            tellings: row["tellings"],
            revisions: row["revisions"],
            article: try row.articleID("article"),
            cue: row["cue"],
            quote: row["quote"],
            span: try row.span(),
            confidence: row["confidence"]
        )
    }

    /// How a pledge stands on `day` that nobody has decided on.
    private static func status(dueOn deadline: EDTFDate?, on day: CalendarDate) -> PledgeStatus {
        guard let last = deadline?.lastDay else { return .open }
        if last < day { return .overdue }
        return last <= day.adding(days: PledgeStatus.dueDays) ? .due : .open
    }
}
