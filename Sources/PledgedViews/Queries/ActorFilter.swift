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

    /// SQL that gives the numbers of the actors that are meant, with the value to bind.
    var numbers: (sql: String, value: any DatabaseValueConvertible) {
        switch self {
        case .number(let number):
            ("SELECT coalesce(merged_into, id) FROM actors WHERE id = ?", number)
        case .name(let name):
            (
                "SELECT actor FROM actor_names WHERE name_folded LIKE ? ESCAPE '\\' AND uses + canonical_uses > 0",
                Conditions.containing(name)
            )
        }
    }
}
