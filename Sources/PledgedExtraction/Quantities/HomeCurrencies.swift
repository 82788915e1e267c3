import PledgedLanguage

/// Whose dollars a text means that says only "dollars": those of the state that it is about.
///
/// A text at home in Australia writes "$10 million" and means Australian ones; one that speaks of the United States, or
/// writes "A$" where it means them, does not.
struct HomeCurrencies {
    /// How often a text names the state or its people before its money is meant.
    static let mentionsMin = 3

    private var counts: [String: Int] = [:]
    private var hasMarkedDollar = false

    init(_ tokens: [Token]) {
        for (index, token) in tokens.enumerated() {
            // "United States", not Australia's "States and Territories".
            let isState = token.lower != "states" || index > 0 && tokens[index - 1].lower == "united"
            if token.isCapitalized, isState, Self.words.contains(token.lower) { counts[token.lower, default: 0] += 1 }
            if token.form.hasSuffix("$"), token.form != "$" { hasMarkedDollar = true }
        }
    }

    /// The ISO 4217 code of money that is called so; `usual` where the text is at home nowhere else.
    func code(of name: String, usual: String?) -> String? {
        guard let states = Self.states[name], !(name == "dollar" && hasMarkedDollar) else { return usual }
        var mentions: [String: Int] = [:]
        for (word, code) in states { mentions[code, default: 0] += counts[word] ?? 0 }
        let home = mentions.max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let home, home.value >= Self.mentionsMin, mentions.values.count(where: { $0 > 0 }) == 1 else {
            return usual
        }
        return home.key
    }

    private static let words = Set(states.values.flatMap(\.keys))

    /// By the name of the money: words by which a text names a state or its people, small, and the state's code.
    private static let states: [String: [String: String]] = {
        var states = CurrencyLexicon.national
        for (name, words) in places { states[name, default: [:]].merge(words) { known, _ in known } }
        return states
    }()

    private static let places: [String: [String: String]] = [
        "dollar": [
            "canada": "CAD", "canadians": "CAD", "australians": "AUD", "america": "USD", "americans": "USD",
            "washington": "USD", "states": "USD", "usa": "USD",
        ],
        "pound": ["britain": "GBP", "uk": "GBP", "london": "GBP", "england": "GBP", "egypt": "EGP", "cairo": "EGP"],
        "rupee": ["india": "INR", "delhi": "INR", "pakistan": "PKR", "nepal": "NPR"],
        "peso": [
            "philippines": "PHP", "filipino": "PHP", "mexico": "MXN", "colombia": "COP", "chile": "CLP",
            "argentina": "ARS",
        ],
        "kroner": ["norway": "NOK", "denmark": "DKK"], "krone": ["norway": "NOK", "denmark": "DKK"],
        "kronor": ["sweden": "SEK", "iceland": "ISK"], "krona": ["sweden": "SEK", "iceland": "ISK"],
        "crown": ["norway": "NOK", "denmark": "DKK", "sweden": "SEK", "czechia": "CZK", "prague": "CZK"],
        "franc": ["switzerland": "CHF", "rwanda": "RWF", "senegal": "XOF"],
        "dinar": [
            "kuwait": "KWD", "jordan": "JOD", "bahrain": "BHD", "iraq": "IQD", "tunisia": "TND", "serbia": "RSD",
        ],
        "rial": ["iran": "IRR", "oman": "OMR"], "riyal": ["saudi": "SAR", "qatar": "QAR"],
        "dirham": ["morocco": "MAD", "emirates": "AED"],
        "shilling": ["kenya": "KES", "tanzania": "TZS", "uganda": "UGX"],
    ]
}
