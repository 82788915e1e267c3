/// The words, in lower case, that the tokenizer and the sentence splitter must know one by one.
enum WordLists {
    /// What may follow an apostrophe as a token of its own; "t" with the "n" before it.
    static let contractions: Set<String> = ["s", "t", "d", "m", "re", "ve", "ll"]

    /// Two words written as one, and how many bytes the first has.
    static let fused = [
        "cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "dont": 2, "didnt": 3, "doesnt": 4, "isnt": 2, "wasnt": 3,
        "arent": 3, "werent": 4, "couldnt": 5, "wouldnt": 5, "shouldnt": 6, "havent": 4, "hasnt": 3, "hadnt": 3,
        "aint": 2, "outta": 3,
    ]

    /// The like that may be a name when it begins with a capital: "Im", "Cant".
    static let fusedSmall = [
        "im": 1, "ive": 1, "cant": 2, "wont": 2, "thats": 4, "whats": 4, "theres": 5, "hes": 2, "shes": 3, "youre": 3,
        "youve": 3, "youll": 3, "theyre": 4, "theyll": 4, "weve": 2, "alot": 1,
    ]

    /// The last bytes of ``fused`` and ``fusedSmall``.
    static let fusedEndings = Array("tamesl".utf8)

    /// What faces such as ":-)" are made of.
    static let eyes = Array(":;=".utf8)
    static let noses = Array("-'".utf8)
    static let mouths = Array(")(DPpOo/\\|*".utf8)

    /// Prefixes that stay with their word across a hyphen.
    static let prefixes: Set<String> = [
        "anti", "co", "counter", "cross", "e", "ex", "inter", "intra", "macro", "micro", "mini", "mis", "multi", "neo",
        "non", "over", "pan", "post", "pre", "pro", "quasi", "re", "semi", "socio", "sub", "super", "trans", "ultra",
        "un", "under", "vice",
    ]

    /// Letters that make a currency with "$": "US$", "NT$".
    static let dollarPrefixes: Set<String> = [
        "a", "au", "b", "bz", "c", "ca", "cn", "ec", "fj", "g", "hk", "j", "l", "n", "nt", "nz", "r", "rd", "s", "sg",
        "tt", "u", "us", "z",
    ]

    /// Letters before the digits of a sum: "RM640", "VNĐ500".
    static let currencyPrefixes: Set<String> = [
        "aed", "aud", "brl", "bdt", "cad", "chf", "cny", "czk", "dkk", "egp", "eur", "gbp", "hkd", "huf", "idr", "inr",
        "jpy", "kes", "krw", "lkr", "mmk", "mxn", "myr", "ngn", "nok", "npr", "nzd", "php", "pkr", "pln", "qar", "rm",
        "rmb", "rp", "rs", "rub", "sar", "sek", "sgd", "sh", "thb", "tk", "try", "twd", "uah", "usd", "vnd", "vnđ",
        "vnĐ",
        "zar", "kr", "sfr", "fcfa", "ksh", "tsh", "ush",
    ]

    /// Written onto a number after a currency sign, in any case: "$5M".
    static let magnitudes: Set<String> = [
        "k", "m", "mn", "mln", "b", "bn", "bln", "t", "tn", "trn", "cr", "mil", "bil",
    ]

    /// Written onto a number, in just this case: "40GW", "370m".
    static let units: Set<String> = [
        "k", "K", "m", "MM", "mn", "bn", "tn", "cr", "p", "mm", "cm", "km", "kg", "mg", "g", "t", "kt", "Mt", "Gt",
        "ha", "ml", "l",
        "km²", "m²", "m³", "sqm", "sqft", "ft", "kWh", "MWh", "GWh", "TWh", "kW", "MW", "GW", "TW", "W", "V", "kV",
        "kWp", "MWp", "GWp", "Hz", "kHz", "MHz", "GHz", "KB", "MB", "GB", "TB", "PB", "mb", "gb", "tb", "Gbps", "Mbps",
        "nm", "mtpa",
        "am", "pm", "hrs", "hr", "min", "mins", "sec", "kph", "mph", "bps", "bpd", "pc", "pct", "percent", "x", "USD",
        "EUR", "lbs", "lb", "oz", "yr", "yrs", "mAh", "tpa", "ppm",
    ]

    static let ordinalEndings: Set<String> = ["st", "nd", "rd", "th", "s"]

    /// Words that keep their stop.
    static let abbreviations: Set<String> = [
        "adm", "apr", "approx", "assn", "asst", "atty", "aug", "ave", "bhd", "blvd", "brig", "bros", "al", "ca", "capt",
        "cf",
        "cmdr", "co", "col", "comdr", "corp", "cpl", "ctr", "dec", "dept", "dist", "div", "dr", "drs", "eg", "esp",
        "esq", "est", "etc", "ext", "feb", "fr", "ft", "gen", "gov", "govt", "hon", "hr", "ie", "inc", "inst", "intl",
        "jan", "jr", "jul", "jun", "lt", "ltd", "maj", "messrs", "mfg", "mgr", "mlle", "mme", "mr", "mrs", "ms", "mt",
        "nov", "oct", "pct", "phd", "pres", "prof", "pte", "pvt", "rep", "reps", "rev", "sdn", "sen", "sens", "sept",
        "sep", "sgt", "snr", "sr", "st", "supt", "tel", "univ", "viz", "vs", "rs", "dir", "dep", "pty", "plc", "cie",
    ]

    /// Words that keep their stop only where a number follows.
    static let abbreviationsBeforeNumbers: Set<String> = [
        "art", "c", "ch", "eq", "fig", "figs", "fri", "mar", "mon", "no", "nos", "para", "pp", "p", "pt", "res", "sat",
        "sec", "sun", "thu", "thur", "thurs", "tue", "tues", "vol", "wed", "arts", "cl", "reg", "tk", "rp", "op",
    ]

    /// Words that open sentences far more often than they carry on a name.
    static let sentenceOpeners: Set<String> = [
        "a", "according", "additionally", "after", "all", "also", "although", "an", "and", "another", "as", "asked",
        "at", "because", "before", "both", "but", "by", "despite", "during", "each", "earlier", "even", "every", "for",
        "from", "he", "her", "here", "his", "how", "however", "i", "if", "in", "instead", "is", "it", "its", "last",
        "later", "many", "meanwhile", "more", "moreover", "most", "my", "no", "not", "now", "of", "on", "once", "one",
        "only", "other", "our", "over", "she", "since", "so", "some", "such", "that", "the", "their", "then", "there",
        "these", "they", "this", "those", "though", "through", "thus", "to", "today", "under", "until", "we", "what",
        "when", "where", "whether", "which", "while", "who", "why", "with", "yet", "you", "your",
    ]
}
