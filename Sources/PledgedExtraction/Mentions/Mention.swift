import PledgedLanguage

/// A name in the text, and what its surroundings say about it.
struct Mention: Hashable, Sendable {
    /// What a name is taken for.
    enum Kind: Hashable, Sendable {
        case person, organization
        /// A state, by its usual name.
        case country(String)
        /// A place: a party only where it acts.
        case place
        /// A law, an event, a product: never a party.
        case thing
        case unknown
    }

    var span: Span
    var kind: Kind
    /// The sentence that holds it.
    var sentence: Int
    /// The folded words.
    var key: String
    var signs: Signs = []
    /// How its kind was told.
    var trail: NameTrail = []
    /// The word that told its kind, where one did.
    var clue: Int?
    /// A person's title as written.
    var title: Span?
    /// The name that the title belongs to, as far as it stands beside it.
    var owner: Owner?
    /// Where the long form of an acronym in brackets stands among the mentions.
    var longForm: Int?

    /// Whom a title belongs to.
    enum Owner: Hashable, Sendable {
        case country(String)
        /// A name at or after this token.
        case name(at: Int)
        /// "its": the body, or the state, that the words before speak of.
        case its
        /// "the union's": the body that the noun at this token describes.
        case described(at: Int)
        /// Nobody beside it: the body spoken of last.
        case lastBody
    }

    /// What the surroundings say.
    struct Signs: OptionSet, Hashable, Sendable {
        let rawValue: UInt16

        /// A verb follows.
        static let acts = Signs(rawValue: 1 << 0)
        /// It stands after "in", "at", "near".
        static let located = Signs(rawValue: 1 << 1)
        /// "'s" follows.
        static let owns = Signs(rawValue: 1 << 2)
        /// "chipmaker X", "the firm X".
        static let firm = Signs(rawValue: 1 << 3)
        /// It opens its sentence, where any word is capitalised.
        static let opens = Signs(rawValue: 1 << 4)
        /// It says something.
        static let speaks = Signs(rawValue: 1 << 5)
        /// "'s" and another name follow: "Japan's IHI".
        static let origin = Signs(rawValue: 1 << 6)
        /// Something is done to it, or with it.
        static let addressed = Signs(rawValue: 1 << 7)
        /// It stands in a title or heading.
        static let headline = Signs(rawValue: 1 << 8)
        /// It stands after a comma that follows another place: "Kumamoto, Japan".
        static let enclosing = Signs(rawValue: 1 << 9)
        /// It stands before a noun that it describes: "EU prices", "UK-led".
        static let describes = Signs(rawValue: 1 << 10)
        /// The trained model takes it for a place.
        static let place = Signs(rawValue: 1 << 11)
        /// It is a paper, an agency or a station.
        static let media = Signs(rawValue: 1 << 12)
        /// It is whose words the whole text is, by its title.
        static let author = Signs(rawValue: 1 << 13)
    }
}
