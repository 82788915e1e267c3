/// Units of measure that may follow a number, and nouns that are plural without an "s".
enum UnitLexicon {
    /// Symbols and singular names: a unit by themselves.
    static let measures: Set<String> = [
        "kw", "mw", "gw", "tw", "kwh", "mwh", "gwh", "twh", "kwp", "mwp", "gwp", "km", "m", "cm", "mm", "nm", "kg", "g",
        "t", "kt", "mt", "gt", "ha", "l", "ml", "km²", "m²", "m³", "sqm", "sqft", "ft", "hz", "khz", "mhz", "ghz", "kb",
        "mb", "gb", "tb", "pb", "gbps", "mbps", "v", "kv", "w", "bpd", "mtpa", "tpa", "ppm", "mph", "kph", "mva", "lb",
        "lbs", "oz", "megawatt", "gigawatt", "terawatt", "kilowatt", "watt", "tonne", "ton", "kilometre", "kilometer",
        "metre", "meter", "mile", "hectare", "acre", "litre", "liter", "gallon", "barrel", "nanometre", "nanometer",
        "inch", "foot", "feet", "degree", "byte", "gigabyte", "terabyte", "kilogram", "gram", "millimetre",
        "millimeter",
        "centimetre", "centimeter", "volt", "kilovolt", "bushel", "person", "member", "seat", "bed", "storey", "story",
        "page", "strong", "point", "megabit", "gigabit", "teu", "°c", "°f",
    ]

    /// Words that make a unit with the next one: "square metres", "sq m", "metric tons".
    static let compounds: Set<String> = ["square", "sq", "sq.", "cubic", "metric", "nautical", "basis", "percentage"]

    static let irregularPlurals: Set<String> = [
        "people", "men", "women", "children", "staff", "personnel", "aircraft", "youth", "police", "cattle", "sheep",
        "fish", "feet", "teeth", "mice", "crew", "countrymen", "fishermen", "servicemen", "businessmen", "spacecraft",
        "hovercraft", "vaccine", "criteria", "phenomena", "data", "wafer", "troops", "offspring", "head", "alumni",
        "media", "species", "series", "headcount", "faculty",
    ]

    static let percent: Set<String> = ["%", "percent", "pct", "pct.", "pc"]

    static let times: Set<String> = [
        "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months",
        "year", "years", "decade", "decades", "quarter", "quarters", "century", "centuries",
    ]

    /// Words that end the search for the counted noun.
    static let stops: Set<String> = [
        "a", "an", "the", "of", "in", "on", "at", "by", "to", "for", "from", "with", "and", "or", "but", "as", "than",
        "that", "which", "who", "whose", "will", "would", "shall", "should", "can", "could", "may", "might", "must",
        "is",
        "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did", "not", "if", "when", "while",
        "where", "after", "before", "since", "until", "through", "during", "over", "under", "into", "per", "each",
        "every",
        "there", "here", "it", "he", "she", "they", "we", "you", "i", "its", "his", "her", "their", "our", "this",
        "these", "those", "also", "only", "said", "says", "about", "between", "within", "without", "across", "around",
        "plus", "including", "so", "then", "now", "later", "earlier", "ago", "annually", "yearly", "monthly", "daily",
        "weekly", "up", "out", "off", "down", "against", "among", "because", "although", "'s", "more", "less", "what",
        "last", "next", "today", "yesterday", "starting", "beginning", "once", "whether", "both", "all", "any",
    ]

    /// Verbs in the third person and other words with an "s" that count nothing.
    static let notNouns: Set<String> = [
        "is", "was", "has", "does", "its", "his", "this", "plus", "thus", "versus", "perhaps", "always", "less",
        "across",
        "towards", "besides", "gross", "previous", "various", "serious", "famous", "indigenous", "religious",
        "autonomous",
        "continuous", "business", "wireless", "overseas", "sales",
    ]
}
