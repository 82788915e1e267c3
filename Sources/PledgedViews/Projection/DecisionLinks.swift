internal import PledgedCore

/// What people joined and parted, of one kind of thing.
struct DecisionLinks {
    private let subject: KnownDecisions.Subject
    private let joined: Event.Name
    private let parted: Event.Name

    static let tellings = DecisionLinks(subject: .telling, joined: .pledgesLinked, parted: .pledgesUnlinked)
    static let identities = DecisionLinks(subject: .identity, joined: .actorsMerged, parted: .actorsSeparated)

    /// What a person joined to `thing`, and nobody has parted from it since; in order.
    func joined(to thing: Int64, in batch: Batch) throws -> [Int64] {
        let decisions = try batch.decisions()
        let links =
            decisions.on(thing, subject).map { ($0, $0.other) }
            + decisions.onSecond(thing, subject).map { ($0, $0.thing) }
        return links.compactMap { link, other in
            guard link.decision == joined, let other, other != thing else { return nil }
            let lastParted = (parting(thing, decisions) + parting(other, decisions)).max() ?? link.position
            return lastParted > link.position ? nil : other
        }.sorted()
    }

    /// Whether a person parted `thing` from whatever rules would join it to.
    func isSeparate(_ thing: Int64, in batch: Batch) throws -> Bool {
        try !parting(thing, batch.decisions()).isEmpty
    }

    /// The positions of the decisions that parted `thing`.
    private func parting(_ thing: Int64, _ decisions: KnownDecisions) -> [Int64] {
        decisions.on(thing, subject).filter { $0.decision == parted }.map(\.position)
    }
}
