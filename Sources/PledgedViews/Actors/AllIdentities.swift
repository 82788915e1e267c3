import PledgedCore

/// Every identity there is, in memory: what the tables `identities` and `identity_acronyms` say.
///
/// ``KnownIdentities`` asks it, where the views are whole in memory.
final class AllIdentities {
    private struct Identity {
        let key: IdentityKey
        var actor: Int64
    }

    private struct Key: Hashable {
        let kind: ActorKind
        let form: IdentityKey.Form
        let key: String
    }

    /// The identity with the number 1 first, and so on.
    private var identities: [Identity] = []
    private var numbers: [Key: Int64] = [:]
    private var namesakes: [String: [Int64]] = [:]
    private var holders: [String: [Int64]] = [:]
    private var acronyms: [Int64: [String]] = [:]
    /// Of actors that are not just the identity of the same number.
    private var members: [Int64: [Int64]] = [:]

    /// Adds the identity `number`, the next one, an actor of its own so far; without the key's acronyms.
    func add(_ number: Int64, _ key: IdentityKey) {
        precondition(number == Int64(identities.count) + 1, "Identities are numbered one after the other.")
        identities.append(Identity(key: key, actor: number))
        numbers[Key(kind: key.kind, form: key.form, key: key.key)] = number
        if key.form == .person { namesakes[key.name, default: []].append(number) }
    }

    /// Notes that an article gives `acronym` beside the name of `identity`; returns whether none had before.
    func add(_ acronym: String, to identity: Int64) -> Bool {
        if holders[acronym]?.contains(identity) ?? false { return false }
        holders[acronym, default: []].append(identity)
        acronyms[identity, default: []].append(acronym)
        return true
    }

    func move(_ identity: Int64, to actor: Int64) {
        let old = self.actor(of: identity)
        guard let old, old != actor else { return }
        let (left, joined) = (members(of: old).filter { $0 != identity }, members(of: actor) + [identity])
        (members[old], members[actor]) = (left, joined.sorted())
        identities[Int(identity) - 1].actor = actor
    }

    func number(of kind: ActorKind, _ form: IdentityKey.Form, _ key: String) -> Int64? {
        numbers[Key(kind: kind, form: form, key: key)]
    }

    func key(of identity: Int64) -> IdentityKey? { self[identity]?.key }

    func actor(of identity: Int64) -> Int64? { self[identity]?.actor }

    func members(of actor: Int64) -> [Int64] {
        if let known = members[actor] { return known }
        return self.actor(of: actor) == actor ? [actor] : []
    }

    func acronyms(of identity: Int64) -> [String] { acronyms[identity] ?? [] }

    func holders(of acronym: String) -> [Int64] { holders[acronym] ?? [] }

    /// The persons of one full name.
    func persons(called name: String) -> [KnownPerson] {
        (namesakes[name] ?? []).compactMap { identity in
            self[identity]?.key.evidence.map { KnownPerson(identity: identity, evidence: $0) }
        }
    }

    private subscript(_ identity: Int64) -> Identity? {
        identity > 0 && identity <= identities.count ? identities[Int(identity) - 1] : nil
    }
}

/// A person whom articles name with a role or an affiliation.
struct KnownPerson {
    let identity: Int64
    let evidence: PersonEvidence
}
