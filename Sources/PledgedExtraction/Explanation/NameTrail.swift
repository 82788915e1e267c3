/// How a name was told, and told to be the same as another: the steps taken on the way.
///
/// A set of bits, so that keeping it costs nothing where no explanation is asked for.
struct NameTrail: OptionSet, Hashable, Sendable {
    let rawValue: UInt64

    static let state = NameTrail(rawValue: 1 << 0)
    static let government = NameTrail(rawValue: 1 << 1)
    static let userName = NameTrail(rawValue: 1 << 2)
    static let body = NameTrail(rawValue: 1 << 3)
    static let bodyOf = NameTrail(rawValue: 1 << 4)
    static let legal = NameTrail(rawValue: 1 << 5)
    static let knownBody = NameTrail(rawValue: 1 << 6)
    static let beforeTitle = NameTrail(rawValue: 1 << 7)
    static let personTitle = NameTrail(rawValue: 1 << 8)
    static let given = NameTrail(rawValue: 1 << 9)
    static let familyFirst = NameTrail(rawValue: 1 << 10)
    static let initial = NameTrail(rawValue: 1 << 11)
    static let syllables = NameTrail(rawValue: 1 << 12)
    static let acronym = NameTrail(rawValue: 1 << 13)
    static let firmNoun = NameTrail(rawValue: 1 << 14)
    static let who = NameTrail(rawValue: 1 << 15)
    static let acts = NameTrail(rawValue: 1 << 16)
    static let speaks = NameTrail(rawValue: 1 << 17)
    static let addressed = NameTrail(rawValue: 1 << 18)
    static let owns = NameTrail(rawValue: 1 << 19)
    static let pronounIt = NameTrail(rawValue: 1 << 20)
    static let pronounWho = NameTrail(rawValue: 1 << 21)
    static let letters = NameTrail(rawValue: 1 << 22)
    static let row = NameTrail(rawValue: 1 << 23)
    static let sameName = NameTrail(rawValue: 1 << 24)
    static let surname = NameTrail(rawValue: 1 << 25)
    static let shortForm = NameTrail(rawValue: 1 << 26)
    static let initials = NameTrail(rawValue: 1 << 27)
    static let otherName = NameTrail(rawValue: 1 << 28)
    static let equal = NameTrail(rawValue: 1 << 29)
    static let joinedByUser = NameTrail(rawValue: 1 << 30)
    static let model = NameTrail(rawValue: 1 << 31)
    static let turned = NameTrail(rawValue: 1 << 32)
    static let lastWords = NameTrail(rawValue: 1 << 33)
    static let nickname = NameTrail(rawValue: 1 << 34)
    static let forces = NameTrail(rawValue: 1 << 35)

    /// Each step's name and what it means, in the order in which steps are told.
    private static let names: [(step: NameTrail, name: String, sentence: String)] = [
        (.state, "state", "It is the name of a state, or of a place that stands for its government."),
        (
            .government,
            "government",
            "'the Government of' a state, or a state's adjective and 'Government', is the state."
        ),
        (.userName, "user-name", "A user's own file knows it by name."),
        (.body, "body", "It holds a word for a kind of body."),
        (.bodyOf, "body-of", "It begins with a body and 'of' or 'for'."),
        (.legal, "legal", "It ends in a firm's legal form."),
        (.knownBody, "known-body", "It is a body known by a short name."),
        (.beforeTitle, "before-title", "It stands before a title, as the title's owner."),
        (.personTitle, "person-title", "A title stands by it."),
        (.given, "given", "It begins with a first name."),
        (.familyFirst, "family-first", "It begins with a family name."),
        (.initial, "initial", "It holds an initial."),
        (.syllables, "syllables", "It holds two syllables of a first name, joined by a hyphen."),
        (.acronym, "acronym", "It is letters in brackets behind a name."),
        (.firmNoun, "firm-noun", "A word for a firm stands before it."),
        (.who, "who", "', who' follows it."),
        (.acts, "acts", "It does something: a verb follows."),
        (.speaks, "speaks", "It says something."),
        (.addressed, "addressed", "Something is done to it, or with it."),
        (.owns, "owns", "It owns something: \"'s\" follows."),
        (.pronounIt, "pronoun-it", "'it' or 'its' speaks of it soon after."),
        (.pronounWho, "pronoun-who", "'he', 'she' or 'who' speaks of it soon after."),
        (.letters, "letters", "It is written all in capitals, more than once."),
        (.row, "row", "It stands in a row with names of bodies."),
        (.sameName, "same-name", "The same name is told elsewhere in the text."),
        (.surname, "surname", "A part of a person's full name stands for it."),
        (.shortForm, "short-form", "The beginning of a body's name stands for it."),
        (.initials, "initials", "Letters stand for the body whose words begin with them."),
        (.turned, "turned", "'the Defense Department' is 'the Department of Defense'."),
        (.lastWords, "last-words", "The last words of a body's name stand for it."),
        (.nickname, "nickname", "One first name begins the other, and the surnames are equal."),
        (.forces, "forces", "A state's adjective stands before its army, navy or police."),
        (.otherName, "other-name", "'known as', or a name set beside a name, makes them one."),
        (.equal, "equal", "Equal names are one."),
        (.model, "model", "The trained model takes it for a name of this kind."),
        (.joinedByUser, "joined-by-user", "A user's own file says that these names are one."),
    ]

    /// The steps taken, for people and programs.
    var steps: [Explanation.Step] {
        Self.names.filter { contains($0.step) }.map { Explanation.Step(name: $0.name, sentence: $0.sentence) }
    }
}
