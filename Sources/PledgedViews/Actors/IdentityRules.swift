internal import PledgedCore

/// Which identities are one actor; conservative: what is not plainly the same stays apart.
///
/// - An acronym alone is the one organisation of which some article gives it beside the full name; where two are, it is
///   neither. Where none is, "VIETTEL" in capitals is "Viettel".
/// - Two persons of one full name are one where ``PersonEvidence/joins(_:)`` says so.
/// - A person's decision joins any two, or keeps one apart from all that rules would join it to.
///
/// The rules look at what is known, not at the order in which it came: any order of the same articles gives the same
/// actors.
struct IdentityRules {
    let batch: Batch
    private var known: KnownIdentities { batch.identities }

    /// The identities that `identity` is directly joined to.
    func neighbours(of identity: Int64) throws -> [Int64] {
        var found = try DecisionLinks.identities.joined(to: identity, in: batch)
        if try isSeparate(identity) { return found }
        for neighbour in try ruled(identity) where try !isSeparate(neighbour) { found.append(neighbour) }
        return found
    }

    /// Those whose neighbours change where an organisation takes on `acronym`: whoever is known by that alone.
    func bare(_ acronym: String) throws -> Int64? { try known.identity(.organization, .acronym, acronym) }

    private func ruled(_ identity: Int64) throws -> [Int64] {
        guard let key = try known.key(of: identity) else { return [] }
        switch key.form {
        case .country, .lone: return []
        case .acronym: return try owner(of: key.key).map { [$0] } ?? []
        case .full: return try acronyms(of: identity, key: key.key)
        case .person: return try namesakes(of: identity, key)
        }
    }

    private func owner(of acronym: String) throws -> Int64? {
        let holders = try known.holders(of: acronym)
        if holders.isEmpty { return try known.identity(.organization, .full, acronym) }
        return holders.count == 1 ? holders[0] : nil
    }

    private func acronyms(of identity: Int64, key: String) throws -> [Int64] {
        var found: [Int64] = []
        for acronym in try known.acronyms(of: identity) where try known.holders(of: acronym).count == 1 {
            if let bare = try bare(acronym) { found.append(bare) }
        }
        if let capitals = try bare(key), try known.holders(of: key).isEmpty { found.append(capitals) }
        return found
    }

    private func namesakes(of identity: Int64, _ key: IdentityKey) throws -> [Int64] {
        guard let own = key.evidence else { return [] }
        let others = try known.persons(called: key.name).filter { $0.identity != identity }
        return others.filter { own.joins($0.evidence) }.map(\.identity)
    }

    private func isSeparate(_ identity: Int64) throws -> Bool {
        try DecisionLinks.identities.isSeparate(identity, in: batch)
    }
}
