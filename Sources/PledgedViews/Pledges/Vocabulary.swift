internal import PledgedCore

/// What is made of words and parties that come again and again, so as to make it once; it decides nothing.
final class Vocabulary {
    /// Words, and parties, that are remembered at most.
    private static let (wordsMax, partiesMax) = (50_000, 50_000)

    private struct Party: Hashable {
        let kind: ActorKind
        let canonicalName: String
        let names: [String]
    }

    private var words: [String: KnownWord] = [:]
    private var units: [String: String] = [:]
    private var parties: [Party: PartyWords] = [:]

    /// What `word`, folded, says.
    func known(_ word: String) -> KnownWord {
        if let known = words[word] { return known }
        if words.count >= Self.wordsMax { words = [:] }
        let known = KnownWord(word)
        words[word] = known
        return known
    }

    /// What is counted, as ``PledgeMatcher/unit(_:)`` has it.
    func unit(_ quantity: Quantity) -> String {
        if let known = units[quantity.unit] { return known }
        if units.count >= Self.wordsMax { units = [:] }
        let unit = PledgeMatcher.unit(quantity)
        units[quantity.unit] = unit
        return unit
    }

    /// What the names of `party` say.
    func known(_ party: NamedActor) -> PartyWords {
        let key = Party(kind: party.kind, canonicalName: party.canonicalName, names: party.names)
        if let known = parties[key] { return known }
        if parties.count >= Self.partiesMax { parties = [:] }
        let known = PartyWords(party)
        parties[key] = known
        return known
    }
}

/// What a word of a promise says, whatever stands around it.
struct KnownWord {
    /// Nil where it says nothing of the act.
    let content: ContentWords.Word?
    let mark: TellingWords.Mark?

    init(_ word: String) {
        content = ContentWords.content(of: word)
        mark = TellingWords.mark(of: word)
    }
}

/// What the names of a party say, wherever they come.
final class PartyWords {
    /// All words of its names, folded.
    let words: Set<String>
    /// As of ``TellingWords/callings``.
    let callings: [String]
    /// Whether it is an organisation of a state.
    let isOfState: Bool
    /// What it is recognised by; nil for a person, who is not by the names alone.
    let key: IdentityKey?

    init(_ party: NamedActor) {
        words = Set(party.names.flatMap { Folding.words($0).map(String.init) })
        callings = party.kind == .organization ? TellingWords.callings(of: party) : []
        isOfState = party.kind == .organization && !words.isDisjoint(with: Self.ofState)
        key = party.kind == .person ? nil : IdentityKey(of: party)
    }

    private static let ofState: Set<String> = ["ministry", "government", "cabinet", "parliament", "treasury"]
}
