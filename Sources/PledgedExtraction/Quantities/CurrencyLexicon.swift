/// Signs, codes and names of currencies, each to its ISO 4217 code.
enum CurrencyLexicon {
    /// What stands before the number.
    static let prefixes: [String: String] = [
        "$": "USD", "us$": "USD", "u$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₫": "VND",
        "฿": "THB", "₱": "PHP", "₽": "RUB", "₺": "TRY", "₦": "NGN", "₴": "UAH", "₪": "ILS", "₸": "KZT",
        "c$": "CAD", "ca$": "CAD", "a$": "AUD", "au$": "AUD", "nz$": "NZD", "nt$": "TWD", "hk$": "HKD", "s$": "SGD",
        "sg$": "SGD", "r$": "BRL", "rs": "INR", "rs.": "INR", "rm": "MYR", "rp": "IDR", "rp.": "IDR", "tk": "BDT",
        "tk.": "BDT", "rmb": "CNY", "cn¥": "CNY", "p": "PHP", "ksh": "KES", "sh": "KES", "sfr": "CHF", "kr": "SEK",
        "r": "ZAR",
        "tsh": "TZS", "ush": "UGX", "fcfa": "XOF", "vnd": "VND", "vnđ": "VND",
    ]

    /// ISO 4217 codes that the news writes.
    static let codes: Set<String> = [
        "AED", "ARS", "AUD", "BDT", "BGN", "BHD", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP", "ETB",
        "EUR", "GBP", "GHS", "HKD", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JOD", "JPY", "KES", "KHR", "KRW",
        "KWD", "KZT", "LAK", "LKR", "MAD", "MMK", "MNT", "MXN", "MYR", "NGN", "NOK", "NPR", "NZD", "OMR", "PEN", "PGK",
        "PHP", "PKR", "PLN", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SEK", "SGD", "THB", "TND", "TRY", "TWD", "TZS",
        "UAH", "UGX", "USD", "UZS", "VND", "XAF", "XOF", "ZAR", "ZMW",
    ]

    /// The other codes of ISO 4217, which mean money only where a user says so: "TOP" and "ALL" are words.
    static let rareCodes: Set<String> = [
        "AFN", "ALL", "AMD", "AOA", "AWG", "AZN", "BAM", "BBD", "BIF", "BMD", "BND", "BOB", "BSD", "BTN", "BWP", "BYN",
        "BZD", "CDF", "CRC", "CUP", "CVE", "DJF", "DOP", "DZD", "ERN", "FJD", "FKP", "GEL", "GIP", "GMD", "GNF", "GTQ",
        "GYD", "HNL", "HTG", "JMD", "KGS", "KMF", "KPW", "KYD", "LBP", "LRD", "LSL", "LYD", "MDL", "MGA", "MKD", "MOP",
        "MRU", "MUR", "MVR", "MWK", "MZN", "NAD", "NIO", "PAB", "PYG", "SBD", "SCR", "SDG", "SHP", "SLE", "SOS", "SRD",
        "SSP", "STN", "SVC", "SYP", "SZL", "TJS", "TMT", "TOP", "TTD", "UYU", "VES", "VUV", "WST", "XCD", "XPF", "YER",
        "ZWG",
    ]

    static func isCode(_ text: String) -> Bool { codes.contains(text) || rareCodes.contains(text) }

    /// Names behind the number, without regard to what country's they are.
    static let names: [String: String] = [
        "dollar": "USD", "dlr": "USD", "dlrs": "USD", "euro": "EUR", "pound": "GBP", "sterling": "GBP", "quid": "GBP",
        "yen": "JPY", "won": "KRW",
        "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "dong": "VND", "ringgit": "MYR", "rupiah": "IDR", "baht": "THB",
        "rupee": "INR", "peso": "PHP", "krone": "NOK", "kroner": "NOK", "krona": "SEK", "kronor": "SEK", "franc": "CHF",
        "zloty": "PLN", "forint": "HUF", "koruna": "CZK", "crown": "CZK", "ruble": "RUB", "rouble": "RUB",
        "hryvnia": "UAH", "lira": "TRY", "taka": "BDT", "kyat": "MMK", "riel": "KHR", "kip": "LAK", "real": "BRL",
        "reais": "BRL", "rand": "ZAR", "shekel": "ILS", "naira": "NGN", "cedi": "GHS", "dirham": "AED", "riyal": "SAR",
        "tenge": "KZT", "leu": "RON", "lei": "RON", "lev": "BGN", "leva": "BGN", "birr": "ETB", "tugrik": "MNT",
        "som": "UZS", "kwacha": "ZMW",
    ]

    /// "Canadian dollars": the country's adjective or name, then the currency's name in the singular.
    static let national: [String: [String: String]] = [
        "dollar": [
            "canadian": "CAD", "australian": "AUD", "australia": "AUD", "zealand": "NZD", "singapore": "SGD",
            "singaporean": "SGD", "kong": "HKD", "taiwan": "TWD", "taiwanese": "TWD", "u.s.": "USD", "us": "USD",
            "american": "USD",
        ],
        "pound": ["british": "GBP", "egyptian": "EGP"],
        "rupee": [
            "indian": "INR", "pakistani": "PKR", "nepalese": "NPR", "nepali": "NPR", "lankan": "LKR", "lanka": "LKR",
        ],
        "peso": [
            "philippine": "PHP", "mexican": "MXN", "colombian": "COP", "chilean": "CLP", "argentine": "ARS",
        ],
        "krone": ["norwegian": "NOK", "danish": "DKK"], "kroner": ["norwegian": "NOK", "danish": "DKK"],
        "krona": ["swedish": "SEK", "icelandic": "ISK"], "kronor": ["swedish": "SEK", "icelandic": "ISK"],
        "crown": ["norwegian": "NOK", "danish": "DKK", "swedish": "SEK", "czech": "CZK"],
        "franc": ["swiss": "CHF", "cfa": "XOF", "rwandan": "RWF"],
        "dinar": [
            "kuwaiti": "KWD", "jordanian": "JOD", "bahraini": "BHD", "iraqi": "IQD", "tunisian": "TND",
            "serbian": "RSD",
        ],
        "rial": ["iranian": "IRR", "omani": "OMR", "qatari": "QAR"], "riyal": ["saudi": "SAR", "qatari": "QAR"],
        "dirham": ["moroccan": "MAD", "emirati": "AED", "uae": "AED"],
        "shilling": ["kenyan": "KES", "tanzanian": "TZS", "ugandan": "UGX"],
    ]

    /// A currency's name in the singular.
    static func singular(_ word: String) -> String {
        if names[word] != nil || national[word] != nil { return word }
        guard word.hasSuffix("s") else { return word }
        let stem = String(word.dropLast())
        // "zlotys" and "zloties" both occur.
        return stem.hasSuffix("ie") ? String(stem.dropLast(2)) + "y" : stem
    }
}
