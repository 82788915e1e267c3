internal import GRDB
internal import PledgedCore

/// Which tellings are related, by ``PledgeMatcher`` and by people's decisions.
struct TellingRules {
    let database: Database

    /// By what the party of a telling is known to others: bound actors, what bound persons belong to, what those may be
    /// called; else the words.
    static func tokens(by: [Int64], of: [Int64], callings: [String], byText: String?) -> [String] {
        let identities = by + of.filter { !by.contains($0) }
        if !identities.isEmpty { return identities.map { TellingKeys.party(identity: $0) } + callings }
        return byText.map { [TellingKeys.party(text: $0)] } ?? []
    }

    /// The pledges of which some telling is related to `telling`.
    func pledges(relatedTo telling: Telling) throws -> Set<Int64> {
        let sql = """
            SELECT telling, pledge FROM telling_keys JOIN tellings ON tellings.position = telling
            WHERE key = ? AND pledge IS NOT NULL
            """
        let statement = try database.cachedStatement(sql: sql)
        var pledges: [Int64: Int64] = [:]
        for key in try hashes(for: telling) {
            for row in try Row.fetchAll(statement, arguments: [key]) { pledges[row[0]] = row[1] }
        }
        pledges[telling.position] = nil
        var related: Set<Int64> = []
        // The latest first: they are the likeliest to tell as this one does.
        for (candidate, pledge) in pledges.sorted(by: { $0.key > $1.key }) where !related.contains(pledge) {
            if try isSeparate(candidate) { continue }
            guard let other = try self.telling(candidate) else { continue }
            if PledgeMatcher.judge(telling, other).relation != .different { related.insert(pledge) }
        }
        return related
    }

    /// The tellings that `position` is directly related to.
    func neighbours(of position: Int64) throws -> [Int64] {
        var found = try DecisionLinks.tellings.joined(to: position, in: database)
            .filter { try pledge(of: $0) != nil }
        guard try !isSeparate(position), let telling = try telling(position) else { return found }
        for candidate in try candidates(for: telling) where try !isSeparate(candidate) {
            guard let other = try self.telling(candidate) else { continue }
            if PledgeMatcher.judge(telling, other).relation != .different { found.append(candidate) }
        }
        return found
    }

    /// Tellings that have a party and a key in common with `telling`, itself left out.
    private func candidates(for telling: Telling) throws -> [Int64] {
        let statement = try database.cachedStatement(sql: "SELECT telling FROM telling_keys WHERE key = ?")
        var found: Set<Int64> = []
        for key in try hashes(for: telling) {
            found.formUnion(try Int64.fetchAll(statement, arguments: [key]))
        }
        found.remove(telling.position)
        return found.sorted()
    }

    private func hashes(for telling: Telling) throws -> [Int64] {
        try parties(of: telling).flatMap { party in telling.keys.map { TellingKeys.hash(party, $0) } }
    }

    /// By what the parties of a telling may be known to others: by every identity of theirs.
    private func parties(of telling: Telling) throws -> [String] {
        let sql = """
            SELECT DISTINCT same.id FROM telling_parties
                JOIN identities AS own ON own.id = identity JOIN identities AS same ON same.actor = own.actor
            WHERE telling = ? AND telling_parties.role IN ('by', 'of') ORDER BY same.id
            """
        let identities = try Int64.fetchAll(database.cachedStatement(sql: sql), arguments: [telling.position])
        let text = "SELECT by_text FROM tellings WHERE position = ?"
        let byText =
            identities.isEmpty
            ? try String.fetchOne(database.cachedStatement(sql: text), arguments: [telling.position]) : nil
        let callings = telling.words.callings.map(TellingWords.counterpart)
        return Self.tokens(by: identities, of: [], callings: callings, byText: byText)
    }

    /// What the matcher looks at in the telling at `position`; nil where it is withdrawn.
    func telling(_ position: Int64) throws -> Telling? {
        let sql = """
            SELECT position, article, kind, words, quantity, unit, deadline, said FROM tellings
            WHERE position = ? AND withdrawn IS NULL
            """
        return try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [position]).map { try Telling($0) }
    }

    func pledge(of telling: Int64) throws -> Int64? {
        let sql = "SELECT pledge FROM tellings WHERE position = ? AND pledge IS NOT NULL"
        return try Int64.fetchOne(database.cachedStatement(sql: sql), arguments: [telling])
    }

    func tellings(of pledge: Int64) throws -> [Int64] {
        let sql = "SELECT position FROM tellings WHERE pledge = ? ORDER BY told, position"
        return try Int64.fetchAll(database.cachedStatement(sql: sql), arguments: [pledge])
    }

    func removeKeys(of position: Int64) throws {
        guard let telling = try telling(position) else { return }
        let parties = "SELECT identity FROM telling_parties WHERE telling = ? AND role IN ('by', 'of')"
        let identities = try Int64.fetchAll(database.cachedStatement(sql: parties), arguments: [position])
        let text = "SELECT by_text FROM tellings WHERE position = ?"
        let byText = try String.fetchOne(database.cachedStatement(sql: text), arguments: [position])
        let callings = telling.words.callings
        for party in Self.tokens(by: identities, of: [], callings: callings, byText: byText) {
            for key in telling.keys {
                try database.run(
                    "DELETE FROM telling_keys WHERE key = ? AND telling = ?",
                    [TellingKeys.hash(party, key), position]
                )
            }
        }
    }

    /// The pledge that an earlier reading of the article, or the article that this one corrects, told in the same place
    /// or the same words, if nothing tells it any more: the telling is that one again.
    func pledgeBefore(_ telling: Telling) throws -> Int64? {
        let sql = """
            SELECT pledge_before FROM tellings AS own
                CROSS JOIN (SELECT ?2 AS article UNION SELECT position FROM articles WHERE superseded_by = ?2) AS known
                CROSS JOIN tellings AS earlier INDEXED BY tellings_withdrawn
                    ON earlier.article = known.article AND earlier.withdrawn IS NOT NULL
                CROSS JOIN telling_moves ON telling_moves.telling = earlier.position
                    AND telling_moves.position = earlier.withdrawn
            WHERE own.position = ?1 AND pledge_before IS NOT NULL
                AND NOT EXISTS (SELECT 1 FROM pledges WHERE id = pledge_before)
                AND (own.kind = 'request') = (earlier.kind = 'request')
                AND (earlier.quote = own.quote OR (earlier.article = own.article
                    AND earlier.span_start < own.span_end AND own.span_start < earlier.span_end))
            ORDER BY earlier.quote = own.quote DESC, earlier.position DESC LIMIT 1
            """
        let values: StatementArguments = [telling.position, telling.article]
        return try Int64.fetchOne(database.cachedStatement(sql: sql), arguments: values)
    }

    private func isSeparate(_ telling: Int64) throws -> Bool {
        try DecisionLinks.tellings.isSeparate(telling, in: database)
    }
}

extension Telling {
    init(_ row: Row) throws {
        let (words, value, kind): (String, Double?, String) = (row["words"], row["quantity"], row["kind"])
        self.init(
            position: row["position"],
            article: row["article"],
            isRequest: kind == Pledge.Kind.request.rawValue,
            words: TellingWords(text: words),
            quantity: value.map { Quantity(value: $0, unit: row["unit"] ?? "") },
            deadline: try row.edtfIfAny("deadline"),
            said: try row.dateIfAny("said")
        )
    }
}
