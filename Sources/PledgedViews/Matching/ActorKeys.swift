internal import PledgedCore

/// What a party named in one article can be recognised by in another.
struct ActorKeys: Hashable, Sendable {
    /// The full name, in plain lower-case words; nil for an organisation that is known by its acronym alone.
    let full: String?
    /// An organisation's acronyms, in the order of its names.
    let acronyms: [String]
    /// Whether the name as written stands for the same actor in every article, whatever else comes between.
    let isPlain: Bool

    /// - Parameters:
    ///   - named: the party.
    ///   - article: where a single surname is at home: it stands for nobody elsewhere.
    init(_ named: NamedActor, in article: ArticleID) {
        let key = NameKey(named.canonicalName)
        switch named.kind {
        case .country:
            full = CountryVariants.key(key)
            acronyms = []
            isPlain = true
        case .person:
            full = key.words.count > 1 ? key.text : "\(article)/\(key.text)"
            acronyms = []
            isPlain = key.words.count > 1
        case .organization:
            isPlain = false
            full = NameKey.isAcronym(named.canonicalName) ? nil : key.withoutLegalForm
            let candidates = full == nil ? [named.canonicalName] : named.names
            var seen: [String] = []
            for name in candidates where full == nil || NameKey.isAcronym(name) {
                let acronym = NameKey(name).text
                if acronym != full, !seen.contains(acronym) { seen.append(acronym) }
            }
            acronyms = seen
        }
    }

    /// Every key, the full one first.
    var all: [String] { (full.map { [$0] } ?? []) + acronyms }
}
