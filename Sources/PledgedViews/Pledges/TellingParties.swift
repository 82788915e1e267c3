/// The identities that have to do with a telling, by what they have to do with it.
struct TellingParties: Hashable, Sendable {
    let by: [Int64]
    let to: [Int64]
    let speaker: [Int64]
    /// What the roles of bound persons belong to.
    let of: [Int64]

    var all: [(PartyRole, [Int64])] { [(.by, by), (.to, to), (.speaker, speaker), (.of, of)] }
}
