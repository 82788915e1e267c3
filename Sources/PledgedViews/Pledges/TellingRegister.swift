internal import GRDB
internal import PledgedCore

/// The tellings, as the database keeps them: which of them are of one pledge.
///
/// Tellings that ``PledgeMatcher`` relates are of one pledge, and so is whatever hangs together by them: any order of
/// the same articles gives the same pledges. A pledge has the number of the telling of it that was recorded first.
struct TellingRegister {
    let batch: Batch
    private var database: Database { get throws { try batch.database } }
    private var rules: TellingRules { TellingRules(batch: batch) }
    private var ledger: PledgeLedger { PledgeLedger(batch: batch) }

    /// Takes in a telling: into the pledges that it is related to, or as a new one.
    ///
    /// - Parameters:
    ///   - new: The telling; nothing of it is in the database.
    ///   - insert: Adds its rows, as those of the pledge that it is given.
    /// - Throws: What the database throws.
    func add(_ new: NewTelling, _ insert: (Int64) throws -> Void) throws {
        let telling = new.telling
        let position = telling.position
        var related = try rules.pledges(relatedTo: new)
        let isKnown = !related.isEmpty
        var returns = false
        if !isKnown, new.hasPast, let known = try rules.pledgeBefore(new) {
            related.insert(known)
            returns = true
        }
        let pledge = related.min() ?? position
        var change = isKnown ? ChangeRow.Kind.restated : returns ? .corrected : .new
        for absorbed in related.sorted() where absorbed != pledge {
            for other in try rules.tellings(of: absorbed) { try ledger.move(other, to: pledge, at: position) }
            change = .joined
        }
        // Before its row is there, lest it be counted twice.
        let known = change == .new ? ledger.begin(new) : try batch.pledge(pledge)
        try insert(pledge)
        let counted = CountedTelling(new)
        batch.memory.remember(ViewMemory.KnownTelling(telling: telling, counted: counted, pledge: pledge))
        try rules.addKeys(of: new)
        try ledger.add(new, to: known)
        if change == .new { return }
        if change == .restated, try ledger.append(new, to: known, change) { return }
        for changed in related.union([pledge]) { try ledger.refresh(changed, change, at: position) }
    }

    /// Joins what the article at `article`, read to its end, shows to be one pledge by all that it tells.
    func complete(article: Int64, at position: Int64) throws {
        for (telling, alike) in try rules.complete(article) {
            let found = try rules.pledges(besideOf: telling, alike: alike)
            guard !found.isEmpty, let own = try rules.pledge(of: telling) else { continue }
            let pledges = found.union([own]).sorted()
            let absorbed = pledges.dropFirst()
            for other in try absorbed.flatMap(rules.tellings) { try ledger.move(other, to: pledges[0], at: position) }
            // What began before this article was a pledge of its own.
            let change: ChangeRow.Kind = absorbed.allSatisfy { $0 > article } ? .restated : .joined
            for pledge in pledges { try ledger.refresh(pledge, change, at: position) }
        }
    }

    /// Takes the shown tellings of the article at `article` out of their pledges.
    func withdraw(article: Int64, at position: Int64) throws {
        batch.memory.forgetTellings(of: article)
        let held = Readings.holds("?1", in: "tellings")
        let sql = "SELECT position FROM tellings WHERE \(held) AND withdrawn IS NULL ORDER BY position"
        let tellings = try Int64.fetchAll(database.cachedStatement(sql: sql), arguments: [article])
        var pledges: Set<Int64> = []
        for telling in tellings {
            if let pledge = try rules.pledge(of: telling) { pledges.insert(pledge) }
            try rules.removeKeys(of: telling)
            try ledger.move(telling, to: nil, at: position)
            try batch.run("UPDATE tellings SET withdrawn = ? WHERE position = ?", position, telling)
            batch.memory.remove(telling)
        }
        for pledge in pledges.sorted() {
            if try hangsTogether(pledge) {
                try ledger.refresh(pledge, .corrected, at: position)
            } else {
                try regroup([pledge], .corrected, at: position)
            }
        }
    }

    /// Whether what is left of `pledge` hangs together; looks no further than it must to see that.
    private func hangsTogether(_ pledge: Int64) throws -> Bool {
        let tellings = Set(try rules.tellings(of: pledge))
        guard let first = tellings.min() else { return true }
        var reached = [first]
        var next = 0
        while reached.count < tellings.count, next < reached.count {
            for neighbour in try rules.neighbours(of: reached[next])
            where tellings.contains(neighbour) && !reached.contains(neighbour) {
                reached.append(neighbour)
            }
            next += 1
        }
        return reached.count == tellings.count
    }

    /// What `tellings` are of, each once.
    func pledges(of tellings: [Int64]) throws -> Set<Int64> {
        Set(try tellings.compactMap { try rules.pledge(of: $0) })
    }

    /// Groups anew whatever binds `identities`, whose actors are others now.
    func actorsChanged(_ identities: [Int64], at position: Int64) throws {
        var pledges: Set<Int64> = []
        for identity in identities { pledges.formUnion(try rules.pledges(binding: identity)) }
        try regroup(pledges, .restated, at: position)
    }

    /// Groups the tellings of `pledges` anew, with whatever they are related to.
    func regroup(_ pledges: Set<Int64>, _ change: ChangeRow.Kind, at position: Int64) throws {
        batch.memory.forgetAlike()
        var tellings: [Int64] = []
        var affected = pledges
        for pledge in pledges { tellings += try rules.tellings(of: pledge) }
        let components = try Partition.components(holding: tellings, neighbours: rules.neighbours)
        // What the components reach into may lose tellings as well.
        var before: [Int64: Int64] = [:]
        for telling in components.joined() {
            guard let pledge = try rules.pledge(of: telling) else { continue }
            before[telling] = pledge
            affected.insert(pledge)
        }
        for (component, pledge) in Self.number(components, before) {
            affected.insert(pledge)
            for telling in component { try ledger.move(telling, to: pledge, at: position) }
        }
        for pledge in affected.sorted() { try ledger.refresh(pledge, change, at: position) }
    }

    /// Which pledge each component is: the lowest of those that have their home there, else the first of its tellings.
    ///
    /// A pledge has its home where its own telling is or, where that is nowhere, with the first of its tellings.
    private static func number(_ components: [[Int64]], _ before: [Int64: Int64]) -> [([Int64], Int64)] {
        var home: [Int64: Int] = [:]
        for (index, component) in components.enumerated() {
            for telling in component {
                guard let pledge = before[telling] else { continue }
                if telling == pledge || home[pledge] == nil { home[pledge] = index }
            }
        }
        return components.enumerated().map { index, component in
            let own = home.filter { $0.value == index }.keys.min()
            return (component, own ?? component[0])
        }
    }
}
