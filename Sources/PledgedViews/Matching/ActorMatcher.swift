internal import PledgedCore

/// Decides which known actor a name stands for; conservative: what is not plainly the same stays apart.
///
/// - A country is its usual name, a person the full name, an organisation the full name; each without regard to case,
///   diacritics and punctuation.
/// - An acronym alone is the one organisation that is known by it; where two are, it is neither.
/// - An article that gives an organisation's full name and its acronym joins what was known by either, unless the
///   acronym already stands for another full name.
/// - A surname alone joins nobody.
enum ActorMatcher {
    enum Decision: Hashable, Sendable {
        case unknown
        /// The actor `id`; those `absorbing` turn out to be the same.
        case known(id: Int64, absorbing: [Int64])
    }

    /// Who the party is that has `keys`, given all `known` keys of actors of its kind whose text is among them.
    static func decide(_ keys: ActorKeys, among known: [KnownKey]) -> Decision {
        guard let full = keys.full else { return decideAcronym(keys.acronyms, among: known) }
        let exact = known.first { $0.form == .full && $0.key == full }?.actor
        var bare: [Int64] = []
        for holder in known where holder.form == .acronym && holder.isBare && !bare.contains(holder.actor) {
            let isContested = known.contains { other in
                other.form == .acronym && other.key == holder.key && !other.isBare && other.actor != exact
            }
            if !isContested { bare.append(holder.actor) }
        }
        return decision(for: bare + (exact.map { [$0] } ?? []))
    }

    private static func decideAcronym(_ acronyms: [String], among known: [KnownKey]) -> Decision {
        let holders = known.filter { $0.form == .acronym && acronyms.contains($0.key) }
        if Set(holders.map(\.actor)).count == 1 { return decision(for: [holders[0].actor]) }
        if holders.isEmpty {
            // "VIETTEL" in capitals is the known "Viettel".
            let full = known.first { $0.form == .full && acronyms.contains($0.key) }
            return decision(for: full.map { [$0.actor] } ?? [])
        }
        return decision(for: holders.filter(\.isBare).map(\.actor))
    }

    /// The lowest number stays: it is the one that others may have noted.
    private static func decision(for actors: [Int64]) -> Decision {
        guard let first = actors.min() else { return .unknown }
        return .known(id: first, absorbing: Set(actors).subtracting([first]).sorted())
    }
}
