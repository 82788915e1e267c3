import PledgedCore

/// A timeline entry on its way, with where it comes from.
struct TimelineDraft: Hashable, Sendable {
    enum Origin: Hashable, Sendable {
        /// Words that date it, and whether the actors are named in the anchor itself.
        case time(TimeExpression, isNamedInside: Bool)
        /// The deadline of the pledge at this place.
        case deadline(Int)
        /// Handed in by a caller who did not say.
        case given
    }

    var happening: Happening
    var origin: Origin
}
