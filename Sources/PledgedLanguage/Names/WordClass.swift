/// What our lists say a word or a phrase may be.
package struct WordClass: OptionSet, Hashable, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }

    // Phrases, which must begin with a capital.
    package static let country = WordClass(rawValue: 1 << 0)
    package static let place = WordClass(rawValue: 1 << 1)
    package static let organization = WordClass(rawValue: 1 << 2)
    package static let demonym = WordClass(rawValue: 1 << 3)
    /// A body's usual letters; all capitals.
    package static let letters = WordClass(rawValue: 1 << 4)
    /// A country's usual letters, or a word that is a person's or a place's name as often.
    package static let unsureCountry = WordClass(rawValue: 1 << 5)

    // Words that must begin with a capital.
    package static let given = WordClass(rawValue: 1 << 8)
    package static let family = WordClass(rawValue: 1 << 9)
    package static let familyFirst = WordClass(rawValue: 1 << 10)
    package static let vietnameseFamily = WordClass(rawValue: 1 << 11)
    package static let vietnameseSyllable = WordClass(rawValue: 1 << 12)
    package static let koreanFamily = WordClass(rawValue: 1 << 13)

    // Words in any case.
    package static let koreanSyllable = WordClass(rawValue: 1 << 14)
    /// A person's office: "minister".
    package static let title = WordClass(rawValue: 1 << 15)
    /// Within an office: "deputy", "foreign".
    package static let titlePart = WordClass(rawValue: 1 << 16)
    package static let polite = WordClass(rawValue: 1 << 17)
    /// The kind of body, within its name: "ministry", "bank".
    package static let body = WordClass(rawValue: 1 << 18)
    /// A firm's legal form: "Ltd".
    package static let legal = WordClass(rawValue: 1 << 19)
    /// The kind of place, within its name: "province", "river".
    package static let placeHead = WordClass(rawValue: 1 << 20)
    /// What is named but no party: "act", "summit".
    package static let thing = WordClass(rawValue: 1 << 21)
    /// Words that open sentences and are no names.
    package static let opener = WordClass(rawValue: 1 << 22)
    /// Small words inside a person's name: "bin", "van".
    package static let particle = WordClass(rawValue: 1 << 23)
    /// Days, months, feasts.
    package static let calendar = WordClass(rawValue: 1 << 24)
    /// Verbs of saying.
    package static let speech = WordClass(rawValue: 1 << 25)
    /// A common noun right before a firm's name: "chipmaker".
    package static let firm = WordClass(rawValue: 1 << 26)

    /// Letters that are short for common words, goods, units or treaties: "GDP", "LNG".
    package static let commonLetters = WordClass(rawValue: 1 << 27)

    static let phrases: WordClass = [.country, .place, .organization, .demonym, .letters, .unsureCountry]
    static let capitalized: WordClass = [
        .country, .place, .organization, .demonym, .letters, .unsureCountry, .given, .family, .familyFirst,
        .vietnameseFamily, .vietnameseSyllable, .koreanFamily,
    ]
}
