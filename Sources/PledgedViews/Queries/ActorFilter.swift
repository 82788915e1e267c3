internal import GRDB

/// An actor as a user asks for it: by number, or by part of a name.
enum ActorFilter: Hashable {
    case number(Int64)
    case name(String)

    init(_ text: String) {
        let isNumber = !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
        if isNumber, let number = Int64(text) {
            self = .number(number)
        } else {
            self = .name(text)
        }
    }

    /// SQL that gives the identities of the actors that are meant, with the value to bind.
    ///
    /// A number leads to whoever the actor that had it has become part of.
    func identities(at moment: Moment) -> (sql: String, value: any DatabaseValueConvertible) {
        let (actors, value) = actors(at: moment)
        return ("SELECT same.id FROM identities AS same WHERE \(moment.actor(of: "same")) IN (\(actors))", value)
    }

    /// SQL that gives the numbers of the actors that are meant, with the value to bind.
    func actors(at moment: Moment) -> (sql: String, value: any DatabaseValueConvertible) {
        switch self {
        case .number(let number):
            ("SELECT \(moment.actor(of: "asked")) FROM identities AS asked WHERE asked.id = ?", number)
        case .name(let name):
            (
                """
                SELECT \(moment.actor(of: "asked")) FROM identity_names AS form
                    JOIN identities AS asked ON asked.id = form.identity
                WHERE form.name_folded LIKE ? ESCAPE '\\' AND form.uses + form.canonical_uses > 0
                """,
                Conditions.containing(name)
            )
        }
    }
}
