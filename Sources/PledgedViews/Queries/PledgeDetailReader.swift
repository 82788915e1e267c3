internal import GRDB
internal import PledgedCore

/// Reads one pledge with everything that is known of it.
struct PledgeDetailReader {
    let moment: Moment
    let database: Database

    init(_ moment: Moment, _ database: Database) { (self.moment, self.database) = (moment, database) }

    func detail(_ id: LogPosition) throws -> PledgeDetail? {
        guard let pledge = try pledge(recordedOffset(id)) else { return nil }
        guard let row = try PledgeRows(moment, database).row(of: pledge) else { return nil }
        let (tellings, rowsOfTellings) = try tellings(of: pledge)
        let summary = PledgeSummary(try rowsOfTellings.map { try PledgeSummary.Part($0) })
        return PledgeDetail(
            pledge: row,
            tellings: tellings,
            revisions: Self.revisions(summary.revisions, tellings),
            decisions: try decisions(about: tellings.map { recordedOffset($0.id) }),
            evidence: try EvidenceFinder(moment, database).evidence(for: row, rowsOfTellings)
        )
    }

    /// What changed when the tellings of `pledge` became what they are at the moment, with parties as they are called at
    /// `named`.
    func revisions(of pledge: Int64, named: Moment) throws -> [RevisionRow] {
        let sql = """
            SELECT t.position, quantity, unit, deadline, said, articles.id AS article_id
            FROM tellings AS t JOIN articles ON articles.position = t.article
            WHERE \(isTelling) AND \(moment.shows("t")) ORDER BY t.told, t.position
            """
        let rows = try Row.fetchAll(database.statement(sql, at: moment), arguments: moment.arguments(pledge))
        guard !rows.isEmpty else { return [] }
        let revisions = PledgeSummary(try rows.map { try PledgeSummary.Part($0) }).revisions
        let parties = try Parties(ofTellings: revisions.map(\.telling), at: named, in: database)
        return try revisions.compactMap { revision in
            guard let row = rows.first(where: { $0["position"] == revision.telling }) else { return nil }
            return RevisionRow(
                revision,
                article: try row.articleID("article_id"),
                said: try row.dateIfAny("said"),
                speaker: parties.of(revision.telling, "speaker").first ?? parties.of(revision.telling, "by").first
            )
        }
    }

    /// SQL for the row `t` being a telling of the pledge `?1`.
    private var isTelling: String {
        if moment.last == nil { return "t.pledge = ?1" }
        // Whatever was once a telling of it may have been one then.
        return """
            t.position IN (SELECT position FROM tellings WHERE pledge = ?1
                UNION SELECT telling FROM telling_moves WHERE pledge_before = ?1)
            AND \(moment.pledge(of: "t")) = ?1
            """
    }

    /// The number that the pledge had at the moment of which `id` is a number or a telling.
    private func pledge(_ id: Int64) throws -> Int64? {
        let known = "SELECT p.id FROM \(moment.pledges(of: "?1")) AS p"
        if let own = try Int64.fetchOne(database.statement(known, at: moment), arguments: [id]) { return own }
        let told = "SELECT \(moment.pledge(of: "t")) FROM tellings AS t WHERE t.position = ? AND \(moment.shows("t"))"
        let row = try Row.fetchOne(database.statement(told, at: moment), arguments: [id])
        if let pledge: Int64 = row?[0] { return pledge }
        guard moment.last == nil else { return nil }
        return try PledgeFinder(database: database).pledge(LogPosition(offset: UInt64(id))).map(recordedOffset)
    }

    private func tellings(of pledge: Int64) throws -> ([TellingRow], [Row]) {
        let sql = """
            SELECT \(Telling.columns(of: "t")), t.kind, by_text, action, cue, quote, span_start, span_end, confidence,
                articles.id AS article_id, title, source, date
            FROM tellings AS t JOIN articles ON articles.position = t.article
            WHERE \(isTelling) AND \(moment.shows("t")) ORDER BY t.told, t.position
            """
        let rows = try Row.fetchAll(database.statement(sql, at: moment), arguments: [pledge])
        let parties = try Parties(ofTellings: rows.map { $0["position"] }, at: moment, in: database)
        var earlier: [Telling] = []
        let tellings = try rows.map { row in
            let telling = try Telling(row)
            let match = try match(of: telling, with: earlier)
            earlier.append(telling)
            return try Self.telling(row, parties, match)
        }
        return (tellings, rows)
    }

    /// Why `telling` was joined to one of those before it, the one with which it has most in common.
    private func match(of telling: Telling, with earlier: [Telling]) throws -> MatchExplanation? {
        var best: (telling: Telling, judgement: PledgeMatcher.Judgement)?
        for other in earlier {
            let judgement = PledgeMatcher.judge(telling, other)
            guard judgement.relation != .different else { continue }
            if judgement.overlap > best?.judgement.overlap ?? -1 { best = (other, judgement) }
        }
        if let best { return MatchExplanation(best.judgement, with: best.telling, telling) }
        if let before = earlier.last(where: { EarlierPromise.isTold(by: telling, $0) }) {
            let reason = "one article tells both, the one as promised before"
            return MatchExplanation(PledgeMatcher.judge(telling, before), with: before, telling, reason)
        }
        for other in earlier.reversed() where try isLikeliest(telling, other) {
            let reason = "nothing else in the two articles is as much alike"
            return MatchExplanation(PledgeMatcher.judge(telling, other), with: other, telling, reason)
        }
        return try joined(telling.position, earlier.map(\.position))
    }

    private func isLikeliest(_ one: Telling, _ other: Telling) throws -> Bool {
        let evidence = PledgeEvidence(one, other)
        guard LikeliestMatch.mayBe(one, other, evidence) else { return false }
        let (article, otherArticle) = (try tellings(in: one.article), try tellings(in: other.article))
        return LikeliestMatch(one, other, evidence).isLikeliest(among: article, and: otherArticle)
    }

    private func tellings(in article: Int64) throws -> [Telling] {
        let sql = """
            SELECT \(Telling.columns(of: "t")) FROM readings CROSS JOIN tellings AS t ON t.reading = readings.position
            WHERE readings.article = ?1 AND \(moment.shows("t")) ORDER BY t.position
            """
        let rows = try Row.fetchAll(database.statement(sql, at: moment), arguments: moment.arguments(article))
        return try rows.map { try Telling($0) }
    }

    private func joined(_ telling: Int64, _ earlier: [Int64]) throws -> MatchExplanation? {
        guard let first = earlier.first else { return nil }
        let sql = """
            SELECT who, reason, CASE WHEN telling = ?1 THEN other_telling ELSE telling END AS other FROM decisions
            WHERE decision = 'pledges.linked' AND ?1 IN (telling, other_telling) AND \(moment.until("position"))
            ORDER BY position DESC LIMIT 1
            """
        guard let row = try Row.fetchOne(database.statement(sql, at: moment), arguments: [telling]) else {
            let reason = "a later telling joins both"
            return MatchExplanation(with: LogPosition(offset: UInt64(first)), words: [], overlap: 0, reasons: [reason])
        }
        let (who, why): (String, String) = (row["who"], row["reason"])
        let other: Int64? = row["other"]
        return MatchExplanation(
            with: LogPosition(offset: UInt64(other ?? first)),
            words: [],
            overlap: 0,
            reasons: ["joined by \(who): \(why)"]
        )
    }

    private static func telling(_ row: Row, _ parties: Parties, _ match: MatchExplanation?) throws -> TellingRow {
        let position: Int64 = row["position"]
        let quantity: Double? = row["quantity"]
        return TellingRow(
            id: try row.position("position"),
            article: try row.articleID("article_id"),
            title: row["title"],
            source: row["source"],
            date: try row.dateIfAny("date"),
            kind: try row.code("kind", as: Pledge.Kind.self),
            by: parties.of(position, "by"),
            byText: row["by_text"],
            to: parties.of(position, "to"),
            speaker: parties.of(position, "speaker").first,
            action: row["action"],
            quantity: quantity.map { Quantity(value: $0, unit: row["unit"] ?? "") },
            deadline: try row.edtfIfAny("deadline"),
            said: try row.dateIfAny("said"),
            cue: row["cue"],
            quote: row["quote"],
            span: try row.span(),
            confidence: row["confidence"],
            match: match
        )
    }

    private static func revisions(
        _ revisions: [PledgeSummary.Revision],
        _ tellings: [TellingRow]
    ) -> [RevisionRow] {
        revisions.compactMap { revision in
            guard let telling = tellings.first(where: { recordedOffset($0.id) == revision.telling }) else { return nil }
            return RevisionRow(
                revision,
                article: telling.article,
                said: telling.said,
                speaker: telling.speaker ?? telling.by.first
            )
        }
    }

    private func decisions(about tellings: [Int64]) throws -> [DecisionRow] {
        let list = tellings.map(String.init).joined(separator: ", ")
        let condition = moment.bears("telling IN (\(list)) OR other_telling IN (\(list))")
        return try DecisionRow.fetch(where: condition, at: moment, in: database)
    }
}

extension RevisionRow {
    fileprivate init(
        _ revision: PledgeSummary.Revision,
        article: ArticleID,
        said: CalendarDate?,
        speaker: ActorReference?
    ) {
        self.init(
            field: revision.field,
            old: revision.old,
            new: revision.new,
            telling: LogPosition(offset: UInt64(revision.telling)),
            article: article,
            said: said,
            speaker: speaker
        )
    }
}

extension DecisionRow {
    /// The decisions of which `condition`, SQL, holds, in the order of the log.
    static func fetch(where condition: String, at moment: Moment, in database: Database) throws -> [DecisionRow] {
        let sql = """
            SELECT position, recorded, decision, resolution, name, who, reason FROM decisions
            WHERE (\(condition)) AND \(moment.until("position")) ORDER BY position
            """
        return try Row.fetchAll(database.makeStatement(sql: sql)).map { row in
            DecisionRow(
                position: try row.position("position"),
                recorded: try row.timestamp("recorded"),
                decision: try row.code("decision", as: Event.Name.self),
                resolution: try row.codeIfAny("resolution", as: Resolution.self),
                name: row["name"],
                who: row["who"],
                reason: row["reason"]
            )
        }
    }
}

extension MatchExplanation {
    /// The two fields, and `besides` before them: what more speaks for it.
    init(_ judgement: PledgeMatcher.Judgement, with other: Telling, _ telling: Telling, _ besides: String? = nil) {
        var reasons = besides.map { [$0] } ?? []
        switch judgement.quantity {
        case .equal: reasons.append("the same number: \(telling.quantity.map(PledgeSummary.text) ?? "")")
        case .silent: reasons.append("one gives no number")
        case .different: reasons.append("another number of the same, so a revision")
        case .foreign: break
        }
        switch judgement.deadline {
        case .equal: reasons.append("the same deadline: \(telling.deadline?.description ?? "")")
        case .silent: reasons.append("one gives no deadline")
        case .different, .foreign: reasons.append("another deadline, so a revision")
        }
        self.init(
            with: LogPosition(offset: UInt64(other.position)),
            words: PledgeMatcher.words(in: telling, and: other),
            overlap: judgement.overlap,
            reasons: reasons
        )
    }
}
