internal import PledgedCore

/// What whoever writes the views remembers from one transaction to the next, so as not to ask the database again.
///
/// It holds nothing that the database does not, and forgets everything now and then: what comes out does not depend on
/// it. Where a transaction is not committed, ``forget()`` has to be called.
///
/// `@unchecked`: it is touched only within `write` and `writeWithoutTransaction` of the one database that it belongs to,
/// and GRDB runs these one after the other, on the writer's own queue; which the compiler cannot see. A lock would be taken
/// for each thing that is looked up, and never be waited for.
final class ViewMemory: @unchecked Sendable {
    /// Each kind of thing that is remembered at most; some ten megabytes in all.
    private static let identitiesMax = 20_000
    private static let tellingsMax = 10_000
    private static let postingsMax = 100_000

    /// A telling that is shown, and the pledge that it is of.
    struct KnownTelling {
        let telling: Telling
        var pledge: Int64?
    }

    private(set) var identities: [IdentityKey: Int64] = [:]
    private var actors: [Int64: Int64] = [:]
    private var members: [Int64: [Int64]] = [:]
    private var tellings: [Int64: KnownTelling] = [:]
    private var postings: [UInt64: Postings] = [:]
    private var postingsCount = 0
    /// Which decisions people have ever taken; nil where that is not known.
    var areDecided: [Event.Name: Bool] = [:]

    func forget() {
        identities = [:]
        actors = [:]
        members = [:]
        areDecided = [:]
        tellings = [:]
        forgetPostings()
    }

    // MARK: Identities

    func remember(_ key: IdentityKey, as identity: Int64) {
        if identities.count >= Self.identitiesMax { identities = [:] }
        identities[key] = identity
    }

    func actor(of identity: Int64, _ find: () throws -> Int64) rethrows -> Int64 {
        if let known = actors[identity] { return known }
        if actors.count >= Self.identitiesMax { actors = [:] }
        let actor = try find()
        actors[identity] = actor
        return actor
    }

    /// The identities of `actor` as `find` gives them.
    func identities(of actor: Int64, _ find: () throws -> [Int64]) rethrows -> [Int64] {
        if let known = members[actor] { return known }
        if members.count >= Self.identitiesMax { members = [:] }
        let found = try find()
        members[actor] = found
        return found
    }

    /// Notes that `identity`, of `old` so far, is another's now.
    func move(_ identity: Int64, from old: Int64, to actor: Int64) {
        actors[identity] = actor
        members[old] = nil
        members[actor] = nil
    }

    // MARK: Tellings

    /// The telling at `position` as `find` gives it; nil where that does.
    func telling(_ position: Int64, _ find: () throws -> KnownTelling?) rethrows -> KnownTelling? {
        if let known = tellings[position] { return known }
        guard let found = try find() else { return nil }
        remember(found)
        return found
    }

    func remember(_ telling: KnownTelling) {
        if tellings.count >= Self.tellingsMax { tellings = [:] }
        tellings[telling.telling.position] = telling
    }

    /// Notes that the telling at `position` is of `pledge` now.
    func move(_ position: Int64, to pledge: Int64?) { tellings[position]?.pledge = pledge }

    func forgetTelling(_ position: Int64) { tellings[position] = nil }

    /// By what the tellings of `party` are found, as `find` gives it.
    func postings(of party: UInt64, _ find: () throws -> Postings) rethrows -> Postings {
        if let known = postings[party] { return known }
        let found = try find()
        if postingsCount + found.count > Self.postingsMax { forgetPostings() }
        postings[party] = found
        postingsCount += found.count
        return found
    }

    /// Notes a telling of `party` that the database has just taken in.
    func add(_ telling: Int64, _ keys: TellingKeySet, to party: UInt64) {
        guard postings[party] != nil else { return }
        if postingsCount >= Self.postingsMax { return forgetPostings() }
        postings[party]?.add(telling, keys)
        postingsCount += 1
    }

    func forgetPostings(of party: UInt64) {
        postingsCount -= postings[party]?.count ?? 0
        postings[party] = nil
    }

    private func forgetPostings() {
        postings = [:]
        postingsCount = 0
    }
}
