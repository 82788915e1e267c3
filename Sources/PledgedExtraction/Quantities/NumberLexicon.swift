/// Words that are numbers, or scale them.
enum NumberLexicon {
    static let cardinals: [String: Double] = {
        var words: [String: Double] = [:]
        for (index, word) in TimeLexicon.cardinals.enumerated() { words[word] = Double(index + 1) }
        let tens = ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        for (index, word) in tens.enumerated() { words[word] = Double(index + 3) * 10 }
        return words
    }()

    /// Words that a number can begin with.
    static let openers: Set<String> = Set(cardinals.keys).union(["a", "an", "half"])

    static let multipliers: [String: Double] = [
        "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "quadrillion": 1e15,
        "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7, "cr": 1e7, "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6,
        "mil": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "bil": 1e9, "t": 1e12, "tn": 1e12, "trn": 1e12,
    ]

    /// Multipliers that stand for other things when they stand apart.
    static let letters: Set<String> = ["k", "m", "b", "t", "cr"]

    static let fractions: [String: Double] = [
        "half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5,
        "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9,
        "ninths": 9, "tenth": 10, "tenths": 10,
    ]

    static let afterFraction: Set<String> = [
        "of", "by", "in", "from", "to", "over", "and", "or", "than", "more", "less", "compared", "as", "within",
        "since",
        "on", "while", "when", "for", "at", "lower", "higher", "fewer", "between", "under", "but", "with", "below",
    ]
}
