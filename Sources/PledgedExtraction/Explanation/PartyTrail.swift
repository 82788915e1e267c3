/// How a clause's party was found: the steps taken on the way, kept where they are taken.
///
/// A set of bits, so that keeping it costs nothing where no explanation is asked for.
struct PartyTrail: OptionSet, Hashable, Sendable {
    let rawValue: UInt64

    static let subject = PartyTrail(rawValue: 1 << 0)
    static let owner = PartyTrail(rawValue: 1 << 1)
    static let agent = PartyTrail(rawValue: 1 << 2)
    static let headline = PartyTrail(rawValue: 1 << 3)
    static let leadIn = PartyTrail(rawValue: 1 << 4)
    static let mainSubject = PartyTrail(rawValue: 1 << 5)
    static let relative = PartyTrail(rawValue: 1 << 6)
    static let joined = PartyTrail(rawValue: 1 << 7)
    static let comment = PartyTrail(rawValue: 1 << 8)
    static let name = PartyTrail(rawValue: 1 << 9)
    static let list = PartyTrail(rawValue: 1 << 10)
    static let pronoun = PartyTrail(rawValue: 1 << 11)
    static let description = PartyTrail(rawValue: 1 << 12)
    static let possessive = PartyTrail(rawValue: 1 << 13)
    static let members = PartyTrail(rawValue: 1 << 14)
    static let ownerOfThing = PartyTrail(rawValue: 1 << 15)
    static let group = PartyTrail(rawValue: 1 << 16)
    static let thing = PartyTrail(rawValue: 1 << 17)
    static let maker = PartyTrail(rawValue: 1 << 18)
    static let speaker = PartyTrail(rawValue: 1 << 19)
    static let speakersBody = PartyTrail(rawValue: 1 << 20)
    static let topic = PartyTrail(rawValue: 1 << 21)
    static let asked = PartyTrail(rawValue: 1 << 22)
    static let counterparty = PartyTrail(rawValue: 1 << 23)
    static let tree = PartyTrail(rawValue: 1 << 24)

    /// Each step's name and what it means, in the order in which steps are told.
    private static let names: [(step: PartyTrail, name: String, sentence: String)] = [
        (.asked, "asked", "Who is named between the cue and the act."),
        (.counterparty, "counterparty", "Who stands behind 'to', 'for', 'with', 'from' or 'help' in the act."),
        (.subject, "subject", "The subject of the cue."),
        (.tree, "tree", "The sentence's tree has it for the subject; the words before the cue do not show one."),
        (.owner, "owner", "Whose the promise is: the owner of the cue's noun."),
        (.agent, "agent", "Who stands behind 'by' after the cue."),
        (.headline, "headline", "The names before the cue in the headline."),
        (.leadIn, "lead-in", "The bullet has no subject; the line that leads it in has."),
        (.mainSubject, "main-subject", "The cue has no subject of its own; the sentence has."),
        (.relative, "relative", "'which', 'who' or 'that' stands for the words before it."),
        (.joined, "joined", "The verb is joined to one before, whose subject it shares."),
        (.comment, "comment", "The subject stands before a comment between commas."),
        (.name, "name", "It is there by name."),
        (.list, "list", "It is a list of names."),
        (.pronoun, "pronoun", "A pronoun stands there; it means the nearest party before that fits."),
        (
            .description,
            "description",
            "A description stands there, such as 'the company'; it means the nearest party before that fits."
        ),
        (
            .possessive,
            "possessive",
            "'its', 'their', 'his' or 'her' stands there; it means the nearest party before that fits."
        ),
        (.members, "members", "'members of', 'the government of' and the like speak of the whole."),
        (.ownerOfThing, "owner-of-thing", "A thing stands there; its owner is meant."),
        (.group, "group", "A group without a name stands there."),
        (.thing, "thing", "A thing stands there, which binds nobody by itself."),
        (.maker, "maker", "Who made the promise, named behind the sum."),
        (.speaker, "speaker", "Whoever speaks: 'we', 'I' or 'our' stands there, or nothing that binds."),
        (.speakersBody, "speakers-body", "The body that the speaker speaks for."),
        (.topic, "topic", "Nobody is named; the text speaks of this party."),
    ]

    /// The steps taken, for people and programs.
    var steps: [Explanation.Step] {
        Self.names.filter { contains($0.step) }.map { Explanation.Step(name: $0.name, sentence: $0.sentence) }
    }
}
