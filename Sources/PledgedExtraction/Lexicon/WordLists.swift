/// The lists of the lexicon that a word is on.
struct WordLists: OptionSet, Hashable, Sendable {
    let rawValue: UInt64

    /// Every list by the name that its file gives it.
    static let byName: [String: WordLists] = Dictionary(
        uniqueKeysWithValues: names.enumerated().map { ($1, WordLists(rawValue: 1 << UInt64($0))) }
    )

    static let names = [
        "body", "legal", "body-of", "firm", "known-body", "lone-body", "thing", "title", "title-part", "polite",
        "family-first", "given", "particle", "place", "opener", "verb", "auxiliary", "modal", "be", "have", "adverb",
        "determiner", "preposition", "pronoun", "conjunction", "say", "number-word", "body-noun", "person-noun",
        "state-noun", "place-noun", "plural-noun", "scene", "breaker", "own-act", "letters", "common", "event-act",
        "fulfilled", "grant", "locative", "media", "rank", "ballot", "stative", "hyphen-tail", "unbound", "verb-form",
        "mental",
        "vessel",
    ]

    private static func list(_ name: String) -> WordLists { byName[name] ?? [] }

    static let body = list("body")
    static let legal = list("legal")
    static let bodyOf = list("body-of")
    static let firm = list("firm")
    static let knownBody = list("known-body")
    static let loneBody = list("lone-body")
    static let thing = list("thing")
    static let title = list("title")
    static let titlePart = list("title-part")
    static let polite = list("polite")
    static let familyFirst = list("family-first")
    static let given = list("given")
    static let particle = list("particle")
    static let place = list("place")
    static let opener = list("opener")
    static let verb = list("verb")
    static let auxiliary = list("auxiliary")
    static let modal = list("modal")
    static let be = list("be")
    static let have = list("have")
    static let adverb = list("adverb")
    static let determiner = list("determiner")
    static let preposition = list("preposition")
    static let pronoun = list("pronoun")
    static let conjunction = list("conjunction")
    static let say = list("say")
    static let numberWord = list("number-word")
    static let bodyNoun = list("body-noun")
    static let personNoun = list("person-noun")
    static let stateNoun = list("state-noun")
    static let placeNoun = list("place-noun")
    static let pluralNoun = list("plural-noun")
    static let scene = list("scene")
    static let breaker = list("breaker")
    static let ownAct = list("own-act")
    static let letters = list("letters")
    static let common = list("common")
    static let eventAct = list("event-act")
    static let fulfilled = list("fulfilled")
    static let locative = list("locative")
    static let stative = list("stative")
    static let grant = list("grant")
    /// What is in the name of a paper, an agency or a station.
    static let media = list("media")
    /// What a vote does by itself.
    static let ballot = list("ballot")
    /// What soldiers and scholars are called, whatever their office.
    static let rank = list("rank")
    static let hyphenTail = list("hyphen-tail")
    static let unbound = list("unbound")
    static let mental = list("mental")
    /// What a ship's name begins with.
    static let vessel = list("vessel")
    /// The third person and the past of a verb; made, not listed.
    static let verbForm = list("verb-form")

    /// Words that belong to grammar, not to a thing or an act.
    static let closed: WordLists = [.determiner, .preposition, .pronoun, .conjunction, .auxiliary]
}
