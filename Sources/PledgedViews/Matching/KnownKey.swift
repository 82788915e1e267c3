/// A key that an actor is recognised by already.
struct KnownKey: Hashable, Sendable {
    enum Form: String, Hashable, Sendable {
        case full, acronym
    }

    let key: String
    let form: Form
    let actor: Int64
    /// Whether no article has given the actor's full name yet.
    let isBare: Bool
}
