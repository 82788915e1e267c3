internal import PledgedCore

/// What an article says of a person besides the name: it tells two of the same name apart, or joins them.
struct PersonEvidence: Hashable, Sendable {
    /// The key of the country or organisation that the role belongs to; empty where the article does not say.
    let affiliation: String
    let isCountry: Bool
    /// The role in plain lower-case words without "of", "the" and their like; empty where there is none.
    let role: [String]

    init(role: String?, affiliation: IdentityKey?) {
        self.init(
            affiliation: affiliation?.key ?? "",
            isCountry: affiliation?.kind == .country,
            role: Folding.words(role ?? "").filter { !Self.small.contains($0) }.map(String.init)
        )
    }

    init(affiliation: String, isCountry: Bool, role: [String]) {
        (self.affiliation, self.isCountry, self.role) = (affiliation, isCountry, role)
    }

    var saysSomething: Bool { !affiliation.isEmpty || !role.isEmpty }
    var roleText: String { role.joined(separator: " ") }

    /// Whether two of the same full name are plainly one person: the same affiliation, and titles that one person may
    /// have; or, where an affiliation is not given, the very same office.
    func joins(_ other: PersonEvidence) -> Bool {
        let bothAffiliated = !affiliation.isEmpty && !other.affiliation.isEmpty
        if bothAffiliated, affiliation == other.affiliation {
            // Many people of one name serve one country; few of them in its highest offices.
            guard isCountry, !role.isEmpty, !other.role.isEmpty else { return true }
            return sharesWords(other) || (isHighOffice && other.isHighOffice)
        }
        guard role == other.role || isWithin(other) || other.isWithin(self) else { return false }
        let shorter = role.count <= other.role.count ? role : other.role
        // "Minister of Planning and Investment" is one office, "director" is many.
        let isOneOffice = shorter.count > 1 || Self.singular.contains(shorter.first ?? "")
        return isOneOffice && (!bothAffiliated || isCountry != other.isCountry)
    }

    private func sharesWords(_ other: PersonEvidence) -> Bool {
        role.contains { other.role.contains($0) && !Self.ranks.contains($0) } || role == other.role
    }

    private func isWithin(_ other: PersonEvidence) -> Bool {
        !role.isEmpty && Set(role).isSubset(of: other.role)
    }

    private var isHighOffice: Bool { role.contains(where: Self.high.contains) }

    private static let small: Set<Substring> = ["of", "the", "for", "and", "in", "at", "on", "to", "a", "an", "s"]
    /// Words that say how high an office is, not which.
    private static let ranks: Set<String> = [
        "deputy", "vice", "acting", "former", "first", "permanent", "general", "chief", "senior", "head", "director",
        "member", "new", "then", "assistant", "associate", "standing",
    ]
    private static let high: Set<String> = [
        "president", "premier", "minister", "chancellor", "monarch", "king", "queen", "emperor", "emir", "sultan",
        "pope",
    ]
    /// Titles of one word that only one person of a name will have.
    private static let singular: Set<String> = [
        "president", "premier", "chancellor", "king", "queen", "emperor", "emir", "sultan", "pope",
    ]
}
