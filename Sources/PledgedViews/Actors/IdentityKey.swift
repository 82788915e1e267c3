internal import GRDB
internal import PledgedCore

/// What a party named in one article is recognised by in another: equal keys are one identity, wherever they occur.
///
/// Which identities are one actor is decided apart, by ``IdentityRules``.
struct IdentityKey: Hashable, Sendable {
    enum Form: String, Hashable, Sendable {
        /// A country, by its usual name.
        case country
        /// An organisation, by its full name without the legal form.
        case full
        /// An organisation of which an article gives nothing but the acronym.
        case acronym
        /// A person by full name, with a role or an affiliation.
        case person
        /// A person of whom an article says too little to be known elsewhere: a surname alone, or neither role nor affiliation.
        case lone
    }

    let kind: ActorKind
    let form: Form
    let key: String
    /// An organisation's acronyms beside its full name, in the order of its names.
    let acronyms: [String]
    /// What joins a person to others of the name; nil but for ``Form/person``.
    let evidence: PersonEvidence?

    /// - Parameters:
    ///   - named: the party.
    ///   - affiliation: what a person's role belongs to, if the article says so.
    ///   - article: where a person is at home of whom too little is said.
    init(_ named: NamedActor, affiliation: IdentityKey?, in article: ArticleID) {
        guard named.kind == .person else {
            self.init(of: named)
            return
        }
        let name = NameKey(named.canonicalName)
        let found = PersonEvidence(role: named.role, affiliation: affiliation)
        if name.words.count > 1, found.saysSomething {
            self.init(person: .person, "\(name.text)|\(found.affiliation)|\(found.roleText)", found)
        } else {
            self.init(person: .lone, "\(article)/\(name.text)", nil)
        }
    }

    private init(person form: Form, _ key: String, _ evidence: PersonEvidence?) {
        (kind, self.form, self.key, acronyms, self.evidence) = (.person, form, key, [], evidence)
    }

    /// The key of a country or an organisation, which is the same in every article.
    init(of named: NamedActor) {
        (kind, evidence) = (named.kind, nil)
        let name = NameKey(named.canonicalName)
        if named.kind == .country {
            (form, key, acronyms) = (.country, CountryVariants.key(name), [])
        } else if NameKey.isAcronym(named.canonicalName) {
            (form, key, acronyms) = (.acronym, name.text, [])
        } else {
            let full = name.withoutLegalForm
            (form, key) = (.full, full)
            var seen: [String] = []
            for other in named.names where NameKey.isAcronym(other) {
                let acronym = NameKey(other).text
                if acronym != full, !seen.contains(acronym) { seen.append(acronym) }
            }
            acronyms = seen
        }
    }

    /// The key of an identity as a row of the database has it; of an organisation without its acronyms.
    init(_ row: Row, of kind: ActorKind) throws {
        self.kind = kind
        form = try row.code("form", as: Form.self)
        key = row["key"]
        acronyms = []
        let role: String = row["evidence_role"]
        evidence =
            form == .person
            ? PersonEvidence(
                affiliation: row["evidence_affiliation"],
                isCountry: row["affiliation_is_country"],
                role: role.split(separator: " ").map(String.init)
            ) : nil
    }

    /// A person's full name in plain lower-case words; the key of everyone else.
    var name: String { form == .person ? String(key.prefix { $0 != "|" }) : key }
}
