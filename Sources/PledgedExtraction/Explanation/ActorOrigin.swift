import PledgedLanguage

/// Where an actor comes from, kept from the steps that found it.
struct ActorOrigin: Hashable, Sendable {
    /// The mention that told its kind, by its place in the cast.
    var mention: Int
    /// How its mentions were told to be one.
    var joints: NameTrail
    /// A person's title.
    var title: Span?
    /// The party that a user knows it as.
    var known: PartyNames.Party?
    /// How the party was found that its title belongs to.
    var affiliation: AffiliationStep?
}
