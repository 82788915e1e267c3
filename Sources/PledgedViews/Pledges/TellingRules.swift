internal import GRDB
internal import PledgedCore

/// Which tellings are related, by ``PledgeMatcher`` and by people's decisions.
struct TellingRules {
    let batch: Batch
    private var database: Database { get throws { try batch.database } }
    private var memory: ViewMemory { batch.memory }

    /// By what the party of a telling is known to others, each once.
    ///
    /// Bound actors, what bound persons belong to, what those may be called; where there are none, the text's words.
    static func tokens(by: [Int64], of: [Int64], callings: [String], byText: String?) -> Set<UInt64> {
        if by.isEmpty, of.isEmpty { return Set(byText.map { TellingKeys.party(text: $0) }.map { [$0] } ?? []) }
        return Set((by + of).map { TellingKeys.party(identity: $0) } + callings.map { TellingKeys.party(calling: $0) })
    }

    /// The pledges of which some telling is related to `new`, which is not in the database yet.
    ///
    /// Notes what may turn out to be related once the article is read to its end.
    func pledges(relatedTo new: NewTelling) throws -> Set<Int64> {
        let telling = new.telling
        var related: Set<Int64> = []
        var alike: [Int64] = []
        let parties = Self.tokens(
            by: try new.parties.by.flatMap { try batch.identities.like($0) },
            of: try new.parties.of.flatMap { try batch.identities.like($0) },
            callings: new.callings.map(TellingWords.counterpart),
            byText: new.byText
        )
        // The latest first: they are the likeliest to tell as this one does.
        for candidate in try candidates(for: telling, of: parties).reversed() {
            guard let other = try known(candidate), let pledge = other.pledge, !related.contains(pledge) else {
                continue
            }
            guard PledgeMatcher.mayBeOne(telling, other.telling) else { continue }
            let evidence = PledgeEvidence(telling, other.telling)
            if PledgeMatcher.relation(telling, other.telling, evidence) == .different {
                if LikeliestMatch.mayBe(telling, other.telling, evidence) { alike.append(candidate) }
                continue
            }
            if try !isSeparate(candidate) { related.insert(pledge) }
        }
        memory.expect(telling.article, telling.position, alike: alike)
        return related
    }

    /// The tellings that `position` is directly related to.
    func neighbours(of position: Int64) throws -> [Int64] {
        var found = try DecisionLinks.tellings.joined(to: position, in: batch)
            .filter { try pledge(of: $0) != nil }
        guard try !isSeparate(position), let telling = try telling(position) else { return found }
        let parties = try parties(of: telling)
        for candidate in try candidates(for: telling, of: parties) where try !isSeparate(candidate) {
            guard let other = try self.telling(candidate), PledgeMatcher.mayBeOne(telling, other) else { continue }
            let evidence = PledgeEvidence(telling, other)
            let isRelated = PledgeMatcher.relation(telling, other, evidence) != .different
            if try isRelated || isLikeliest(telling, other, evidence) { found.append(candidate) }
        }
        return found + (try told(beside: telling, of: parties))
    }

    // MARK: Once an article is read to its end

    /// The pledges, but for its own, that the telling at `position` is of as well, seen beside all that its article tells.
    ///
    /// `alike` is what it may be like; nil where that is not known.
    func pledges(besideOf position: Int64, alike: [Int64]?) throws -> Set<Int64> {
        guard try !isSeparate(position), let telling = try telling(position) else { return [] }
        let own = try pledge(of: position)
        var pledges = Set(try told(beside: telling, of: nil).compactMap { try pledge(of: $0) })
        for candidate in try alike ?? candidates(for: telling, of: parties(of: telling))
        where try !isSeparate(candidate) {
            guard let other = try known(candidate), let pledge = other.pledge, pledge != own, !pledges.contains(pledge)
            else { continue }
            let evidence = PledgeEvidence(telling, other.telling)
            if try isLikeliest(telling, other.telling, evidence) { pledges.insert(pledge) }
        }
        if let own { pledges.remove(own) }
        return pledges
    }

    /// Whether neither article tells anything else that is as like the one in the other.
    private func isLikeliest(_ one: Telling, _ other: Telling, _ evidence: PledgeEvidence) throws -> Bool {
        guard LikeliestMatch.mayBe(one, other, evidence) else { return false }
        let match = LikeliestMatch(one, other, evidence)
        let article = try tellings(ofRead: one.article).compactMap { try self.telling($0) }
        // The other's article is looked up only where nothing in the one's own speaks against it.
        guard !article.isEmpty, !match.hasRival(in: article) else { return false }
        let otherArticle = try tellings(ofRead: other.article).compactMap { try self.telling($0) }
        return !otherArticle.isEmpty && match.isLikeliest(among: article, and: otherArticle)
    }

    /// Tellings of one party that the article tells beside `telling`, the one as what the other was before.
    private func told(beside telling: Telling, of parties: Set<UInt64>?) throws -> [Int64] {
        var found: [Int64] = []
        for position in try tellings(ofRead: telling.article) where position != telling.position {
            guard let other = try self.telling(position), EarlierPromise.isTold(by: telling, other) else { continue }
            let parties = try parties ?? self.parties(of: telling)
            let isOfOneParty = try parties.contains { try postings(of: $0).has(position) }
            if try isOfOneParty && !isSeparate(position) { found.append(position) }
        }
        return found
    }

    /// The tellings of the article at `article`, in order; none where it is not read to its end.
    private func tellings(ofRead article: Int64) throws -> [Int64] {
        try memory.tellings(ofRead: article) { try shown(in: article, isRead: true) }
    }

    /// The tellings of the article at `article`, which is read to its end now, each with what it may be like where that
    /// is known.
    func complete(_ article: Int64) throws -> [(telling: Int64, alike: [Int64]?)] {
        try memory.complete(article) { try shown(in: article, isRead: false) }
    }

    private func shown(in article: Int64, isRead: Bool) throws -> [Int64] {
        let sql = """
            SELECT position FROM tellings WHERE \(Readings.holds("?1", in: "tellings")) AND withdrawn IS NULL
                AND pledge IS NOT NULL AND (NOT ?2 OR EXISTS (SELECT 1 FROM readings AS newest
                    WHERE newest.position = tellings.reading AND newest.completed IS NOT NULL))
            ORDER BY position
            """
        return try Int64.fetchAll(database.cachedStatement(sql: sql), arguments: [article, isRead])
    }

    /// Tellings of any of `parties` that have a key in common with `telling`, itself left out, in the order of the log.
    private func candidates(for telling: Telling, of parties: Set<UInt64>) throws -> [Int64] {
        var found: Set<Int64> = []
        let bits = telling.sketch.keys.bits
        for party in parties {
            try postings(of: party).find(bits, into: &found)
        }
        found.remove(telling.position)
        return found.sorted()
    }

    /// The pledges of which some telling binds `identity`, or whom a role of `identity`'s belongs to.
    func pledges(binding identity: Int64) throws -> Set<Int64> {
        Set(try postings(of: TellingKeys.party(identity: identity)).tellings.compactMap { try pledge(of: $0) })
    }

    private func postings(of party: UInt64) throws -> Postings {
        try memory.postings(of: party) { try storedPostings(of: party) }
    }

    private func storedPostings(of party: UInt64) throws -> Postings {
        try batch.writeKeys()
        let sql = "SELECT telling, keys1, keys2, keys3, keys4 FROM telling_keys WHERE party = ? ORDER BY telling"
        let values: StatementArguments = [Int64(bitPattern: party)]
        let rows = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: values)
        var postings = Postings()
        while let row = try rows.next() {
            postings.add(row[0], TellingKeySet(columns: [row[1], row[2], row[3], row[4]]))
        }
        return postings
    }

    /// By what the parties of a telling may be known to others: by every identity of theirs.
    private func parties(of telling: Telling) throws -> Set<UInt64> {
        let sql = """
            SELECT DISTINCT same.id FROM telling_parties
                JOIN identities AS own ON own.id = identity JOIN identities AS same ON same.actor = own.actor
            WHERE telling = ? AND telling_parties.role IN ('by', 'of') ORDER BY same.id
            """
        let identities = try Int64.fetchAll(database.cachedStatement(sql: sql), arguments: [telling.position])
        let byText = identities.isEmpty ? try byText(of: telling.position) : nil
        let callings = try callings(of: telling.position).map(TellingWords.counterpart)
        return Self.tokens(by: identities, of: [], callings: callings, byText: byText)
    }

    /// What the parties of a telling may be called.
    private func callings(of telling: Int64) throws -> [String] {
        let sql = "SELECT words FROM tellings WHERE position = ?"
        let text = try String.fetchOne(database.cachedStatement(sql: sql), arguments: [telling])
        return TellingWords(text: text ?? "").callings
    }

    private func byText(of telling: Int64) throws -> String? {
        let sql = "SELECT by_text FROM tellings WHERE position = ?"
        return try String.fetchOne(database.cachedStatement(sql: sql), arguments: [telling])
    }

    /// What the matcher looks at in the telling at `position`; nil where it is withdrawn.
    func telling(_ position: Int64) throws -> Telling? { try known(position)?.telling }

    private func known(_ position: Int64) throws -> ViewMemory.KnownTelling? {
        try memory.telling(position) {
            let sql = """
                SELECT \(Telling.columns(of: "tellings")), pledge, kind AS counted_kind, confidence, told FROM tellings
                WHERE position = ? AND withdrawn IS NULL
                """
            let rows = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: [position])
            return try rows.next().map { row in
                ViewMemory.KnownTelling(
                    telling: try Telling(row),
                    counted: try CountedTelling(row),
                    pledge: row["pledge"]
                )
            }
        }
    }

    func pledge(of telling: Int64) throws -> Int64? {
        try known(telling)?.pledge
    }

    func tellings(of pledge: Int64) throws -> [Int64] {
        try batch.pledge(pledge).tellings.sorted()
    }

    /// Lets `new` be found by what its parties are known by.
    func addKeys(of new: NewTelling) throws {
        let telling = new.telling
        let keys = telling.sketch.keys
        let (by, of) = (new.parties.by, new.parties.of)
        for party in Self.tokens(by: by, of: of, callings: new.callings, byText: new.byText) {
            try batch.add(BatchKeys(party: Int64(bitPattern: party), telling: telling.position, keys: keys))
            memory.add(telling.position, keys, to: party)
        }
    }

    func removeKeys(of position: Int64) throws {
        if try known(position) == nil { return }
        let parties = "SELECT identity FROM telling_parties WHERE telling = ? AND role IN ('by', 'of')"
        let identities = try Int64.fetchAll(database.cachedStatement(sql: parties), arguments: [position])
        let callings = try callings(of: position)
        try batch.writeKeys()
        for party in Self.tokens(by: identities, of: [], callings: callings, byText: try byText(of: position)) {
            try batch.run(
                "DELETE FROM telling_keys WHERE party = ? AND telling = ?",
                Int64(bitPattern: party),
                position
            )
            memory.remove(position, from: party)
        }
        memory.remove(position)
    }

    /// The pledge that an earlier reading of the article, or the article that this one corrects, told in the same place
    /// or the same words, if nothing tells it any more: the telling is that one again.
    func pledgeBefore(_ new: NewTelling) throws -> Int64? {
        try batch.writePledges()
        let sql = """
            SELECT pledge_before FROM (SELECT ?1 AS article, ?2 AS is_request, ?3 AS quote, ?4 AS span_start, ?5 AS span_end)
                    AS own
                CROSS JOIN (SELECT ?1 AS article UNION SELECT position FROM articles WHERE superseded_by = ?1) AS known
                CROSS JOIN tellings AS earlier INDEXED BY tellings_withdrawn
                    ON earlier.article = known.article AND earlier.withdrawn IS NOT NULL
                CROSS JOIN telling_moves ON telling_moves.telling = earlier.position
                    AND telling_moves.position = earlier.withdrawn
            WHERE pledge_before IS NOT NULL AND NOT EXISTS (SELECT 1 FROM pledges WHERE id = pledge_before)
                AND own.is_request = (earlier.kind = 'request')
                AND (earlier.quote = own.quote OR (earlier.article = own.article
                    AND earlier.span_start < own.span_end AND own.span_start < earlier.span_end))
            ORDER BY earlier.quote = own.quote DESC, earlier.position DESC LIMIT 1
            """
        let (telling, anchor) = (new.telling, new.anchor)
        let values: StatementArguments = [
            telling.article, telling.isRequest, anchor.quote, anchor.span.start, anchor.span.end,
        ]
        return try Int64.fetchOne(database.cachedStatement(sql: sql), arguments: values)
    }

    private func isSeparate(_ telling: Int64) throws -> Bool {
        try DecisionLinks.tellings.isSeparate(telling, in: batch)
    }
}

extension Telling {
    /// What ``init(_:)`` reads, which stands first in a row.
    static func columns(of table: String) -> String {
        [
            "position", "article", "kind = 'request'", "words", "quantity", "unit", "deadline", "said", "span_start",
            "span_end",
        ]
        .map { "\(table).\($0)" }.joined(separator: ", ")
    }

    /// Reads what stands first in a row: ``columns(of:)``.
    init(_ row: Row) throws {
        let value: Double? = row[4]
        self.init(
            position: row[0],
            article: row[1],
            isRequest: row[2],
            text: row[3],
            quantity: value.map { Quantity(value: $0, unit: row[5] ?? "") },
            deadline: try row.edtfIfAny("deadline"),
            said: try row.dateIfAny("said"),
            span: TextSpan(row[8]..<row[9])
        )
    }
}
