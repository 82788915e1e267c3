internal import PledgedCore

/// A telling on its way into the views.
struct NewTelling {
    let telling: Telling
    let kind: Pledge.Kind
    /// Per cent.
    let confidence: Int
    let parties: TellingParties
    /// As of ``TellingWords/callings``.
    let callings: [String]
    /// The party in the text's words, where it is no actor.
    let byText: String?
    let anchor: Anchor
    /// Where it stands among the tellings of its pledge, as a column keeps it.
    let told: String
    /// Whether its article was read before, or corrects another: then it may be one that was withdrawn.
    let hasPast: Bool
}
