internal import PledgedCore

/// What whoever writes the views remembers from one transaction to the next, so as not to ask the database again; and rows
/// that change often, which are written when somebody has to ask.
///
/// What comes out does not depend on it. Where a transaction is not committed, ``forget()`` has to be called.
///
/// `@unchecked`: it is touched only within `write` and `writeWithoutTransaction` of the one database that it belongs to,
/// and GRDB runs these one after the other, on the writer's own queue; which the compiler cannot see. A lock would be taken
/// for each thing that is looked up, and never be waited for.
final class ViewMemory: @unchecked Sendable {
    /// Each kind of thing that is remembered at most after a batch; some ten megabytes in all.
    private static let identitiesMax = 20_000
    private static let tellingsMax = 10_000
    private static let postingsMax = 100_000

    /// A telling that is shown, and the pledge that it is of.
    final class KnownTelling {
        let telling: Telling
        let counted: CountedTelling
        var pledge: Int64?

        init(telling: Telling, counted: CountedTelling, pledge: Int64?) {
            (self.telling, self.counted, self.pledge) = (telling.withoutText, counted, pledge)
        }
    }

    /// The tellings so far of an article that is being read, and to what each may turn out to be related.
    private struct AwaitingTellings {
        var tellings: [Int64] = []
        var alike: [Int64: [Int64]] = [:]
    }

    let statements: Statements
    let vocabulary = Vocabulary()
    /// Whether what is not remembered is not there: the views were empty, and nothing was forgotten since.
    private(set) var isWhole: Bool
    /// All identities, where this is whole.
    private(set) var allIdentities: AllIdentities?
    private var articles: [ArticleID: KnownArticle] = [:]
    private(set) var identities: [IdentityKey: Int64] = [:]
    private var actors: [Int64: Int64] = [:]
    private var members: [Int64: [Int64]] = [:]
    private var tellings: [Int64: KnownTelling] = [:]
    private var tellingsOfArticles: [Int64: [Int64]] = [:]
    private var awaiting: [Int64: AwaitingTellings] = [:]
    private var postings: [UInt64: Postings] = [:]
    private var postingsCount = 0
    private var pledges: [Int64: KnownPledge] = [:]
    /// Those that are not written as they are.
    private var changed: Set<Int64> = []
    /// What people decided; nil where that is not known.
    var decisions: KnownDecisions?

    init() { (isWhole, allIdentities, statements) = (false, nil, Statements()) }

    /// Remembers all of views that are empty so far, and has `behind` write them.
    init(ofEmptyViews behind: WriteBehind) {
        (isWhole, allIdentities, decisions) = (true, AllIdentities(), KnownDecisions())
        statements = Statements(behind: behind)
    }

    func forget() {
        (isWhole, allIdentities) = (false, nil)
        decisions = nil
        changed = []
        (articles, identities, actors, members) = ([:], [:], [:], [:])
        (tellings, pledges) = ([:], [:])
        (tellingsOfArticles, awaiting) = ([:], [:])
        forgetPostings()
    }

    /// Forgets what is too much, after everything was written.
    func trim() {
        (isWhole, allIdentities) = (false, nil)
        if identities.count > Self.identitiesMax { identities = [:] }
        if actors.count > Self.identitiesMax { actors = [:] }
        if members.count > Self.identitiesMax { members = [:] }
        if articles.count > Self.tellingsMax { articles = [:] }
        if tellings.count > Self.tellingsMax { tellings = [:] }
        if pledges.count > Self.tellingsMax { pledges = [:] }
        if tellingsOfArticles.count > Self.tellingsMax { tellingsOfArticles = [:] }
        if awaiting.count > Self.tellingsMax { awaiting = [:] }
        if postingsCount > Self.postingsMax { forgetPostings() }
    }

    // MARK: Articles

    /// The article `id` as `find` gives it; nil where that does.
    func article(_ id: ArticleID, _ find: () throws -> KnownArticle?) rethrows -> KnownArticle? {
        if let known = articles[id] { return known }
        guard !isWhole, let found = try find() else { return nil }
        articles[id] = found
        return found
    }

    func remember(_ article: KnownArticle, as id: ArticleID) { articles[id] = article }

    func change(_ id: ArticleID, _ change: (inout KnownArticle) -> Void) {
        guard var article = articles[id] else { return }
        change(&article)
        articles[id] = article
    }

    // MARK: Identities

    func remember(_ key: IdentityKey, as identity: Int64) { identities[key] = identity }

    func actor(of identity: Int64, _ find: () throws -> Int64) rethrows -> Int64 {
        if let known = actors[identity] { return known }
        let actor = try find()
        actors[identity] = actor
        return actor
    }

    /// The identities of `actor` as `find` gives them.
    func identities(of actor: Int64, _ find: () throws -> [Int64]) rethrows -> [Int64] {
        if let known = members[actor] { return known }
        let found = try find()
        members[actor] = found
        return found
    }

    /// Notes that `identity`, of `old` so far, is another's now.
    func move(_ identity: Int64, from old: Int64, to actor: Int64) {
        allIdentities?.move(identity, to: actor)
        actors[identity] = actor
        members[old] = nil
        members[actor] = nil
    }

    // MARK: Tellings

    /// The telling at `position` as `find` gives it; nil where that does.
    func telling(_ position: Int64, _ find: () throws -> KnownTelling?) rethrows -> KnownTelling? {
        if let known = tellings[position] { return known }
        guard !isWhole, let found = try find() else { return nil }
        remember(found)
        return found
    }

    /// What counts of the tellings at `positions`; nil where one of them is not remembered.
    func counted(_ positions: [Int64]) -> [CountedTelling]? {
        var found: [CountedTelling] = []
        for position in positions {
            guard let known = tellings[position] else { return nil }
            found.append(known.counted)
        }
        return found
    }

    func remember(_ telling: KnownTelling) { tellings[telling.telling.position] = telling }

    /// Notes that the telling at `position` is of `pledge` now.
    func move(_ position: Int64, to pledge: Int64?) { tellings[position]?.pledge = pledge }

    /// Notes that the telling at `position` is shown no more.
    func remove(_ position: Int64) { tellings[position] = nil }

    /// The tellings of the article at `article`, as `find` gives them; none where it is not read to its end.
    func tellings(ofRead article: Int64, _ find: () throws -> [Int64]) rethrows -> [Int64] {
        if let known = tellingsOfArticles[article] { return known }
        if isWhole || awaiting[article] != nil { return [] }
        let found = try find()
        if !found.isEmpty { tellingsOfArticles[article] = found }
        return found
    }

    /// Notes a telling of an article that is being read, and what it may be like.
    func expect(_ article: Int64, _ telling: Int64, alike: [Int64]) {
        awaiting[article, default: AwaitingTellings()].tellings.append(telling)
        awaiting[article]?.alike[telling] = alike
    }

    /// Notes that the article at `article` is read to its end, and gives its tellings, as `find` does where they are not all
    /// remembered, each with what it may be like where that is.
    func complete(
        _ article: Int64,
        _ find: () throws -> [Int64]
    ) rethrows -> [(telling: Int64, alike: [Int64]?)] {
        let known = awaiting.removeValue(forKey: article) ?? AwaitingTellings()
        let tellings = try isWhole ? known.tellings : find()
        if !tellings.isEmpty { tellingsOfArticles[article] = tellings }
        return tellings.map { ($0, known.alike[$0]) }
    }

    func forgetTellings(of article: Int64) {
        tellingsOfArticles[article] = nil
        awaiting[article] = nil
        forgetAlike()
    }

    /// Forgets what may be like what is being read: who is one party, or one pledge, changed.
    func forgetAlike() { for article in awaiting.keys { awaiting[article]?.alike = [:] } }

    /// By what the tellings of `party` are found, as `find` gives it.
    func postings(of party: UInt64, _ find: () throws -> Postings) rethrows -> Postings {
        if let known = postings[party] { return known }
        let found = isWhole ? Postings() : try find()
        postings[party] = found
        postingsCount += found.count
        return found
    }

    /// Notes a telling of `party`.
    func add(_ telling: Int64, _ keys: TellingKeySet, to party: UInt64) {
        guard isWhole || postings[party] != nil else { return }
        postings[party, default: Postings()].add(telling, keys)
        postingsCount += 1
    }

    /// Notes that `telling` is one of `party` no more.
    func remove(_ telling: Int64, from party: UInt64) {
        guard let count = postings[party]?.count else { return }
        postings[party]?.remove(telling)
        postingsCount += (postings[party]?.count ?? 0) - count
    }

    private func forgetPostings() {
        postings = [:]
        postingsCount = 0
    }

    // MARK: Pledges

    /// The pledge `id`, be it one that is not, as `find` gives it.
    func pledge(_ id: Int64, _ find: () throws -> KnownPledge) rethrows -> KnownPledge {
        if let known = pledges[id] { return known }
        let found = isWhole ? KnownPledge(id) : try find()
        pledges[id] = found
        return found
    }

    func remember(_ pledge: KnownPledge) { pledges[pledge.id] = pledge }

    /// Notes that `pledge` is to be written.
    func noteChange(of pledge: KnownPledge) { changed.insert(pledge.id) }

    /// The pledges that changed since this was asked, in order.
    func takeChanged() -> [KnownPledge] {
        defer { changed = [] }
        return changed.sorted().compactMap { pledges[$0] }
    }
}
