/// English words reduced to what their forms share: "training", "trained" and "trains" are "train".
///
/// Steps of Porter's algorithm (M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980) that join verbs
/// with the nouns made of them, and no more: what remains need not be a word.
enum Stem {
    static func of(_ word: some StringProtocol) -> String {
        var letters = Array(word.utf8)
        guard letters.count > 3, letters.allSatisfy({ (97...122).contains($0) }) else { return String(word) }
        if let irregular = irregular[String(word)] { return irregular }
        dropPlural(&letters)
        dropEnding(&letters)
        if letters.last == UInt8(ascii: "e"), letters.count > 3 { letters.removeLast() }
        if letters.last == UInt8(ascii: "y"), letters.count > 3 { letters[letters.count - 1] = UInt8(ascii: "i") }
        let stem = String(decoding: letters, as: UTF8.self)
        return synonyms[stem] ?? stem
    }

    private static func dropPlural(_ letters: inout [UInt8]) {
        guard letters.last == UInt8(ascii: "s") else { return }
        if plurals.contains(where: { ends(letters, $0) }) {
            letters.removeLast(2)
        } else if !kept.contains(letters[letters.count - 2]) {
            letters.removeLast()
        }
    }

    /// Endings that lose two letters, and letters before an "s" that is no plural's.
    private static let plurals = ["sses", "xes", "shes", "ches", "ies"].map { Array($0.utf8) }
    private static let kept: Set<UInt8> = [UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "i")]

    private static func dropEnding(_ letters: inout [UInt8]) {
        for (ending, least) in endings where ends(letters, ending) && letters.count - ending.count >= least {
            letters.removeLast(ending.count)
            // "planning" is "plan", "selling" is "sell".
            if letters.count > 3, let last = letters.last, letters[letters.count - 2] == last, !doubled.contains(last) {
                letters.removeLast()
            }
            return
        }
    }

    private static func ends(_ letters: [UInt8], _ ending: [UInt8]) -> Bool {
        guard letters.last == ending.last, letters.count >= ending.count else { return false }
        let start = letters.count - ending.count
        return ending.indices.allSatisfy { letters[start + $0] == ending[$0] }
    }

    /// Each with how many letters must be left.
    private static let endings: [([UInt8], Int)] = [
        ("izations", 3), ("ization", 3), ("isation", 3), ("ations", 4), ("ation", 4), ("itions", 4), ("ition", 4),
        ("ments", 4), ("ment", 4), ("ings", 3), ("ing", 3), ("ions", 4), ("ion", 4), ("ers", 4), ("er", 4), ("ed", 3),
        ("ize", 4), ("ise", 4), ("ly", 4), ("ity", 4),
    ].map { (Array($0.utf8), $1) }
    private static let doubled: Set<UInt8> = [UInt8(ascii: "l"), UInt8(ascii: "s"), UInt8(ascii: "z")]

    private static let irregular: [String: String] = [
        "built": "build", "bought": "buy", "sold": "sell", "paid": "pay", "made": "make", "gave": "give",
        "given": "give",
        "sent": "send", "spent": "spend", "taught": "teach", "lent": "lend", "grew": "grow", "grown": "grow",
        "held": "hold", "kept": "keep", "cut": "reduc", "cuts": "reduc", "cutting": "reduc", "children": "child",
        "women": "woman", "men": "man", "people": "peopl", "reduction": "reduc", "reductions": "reduc",
        "expansion": "expand", "extension": "extend", "production": "produc", "delivery": "deliv",
        "deliveries": "deliv",
        "supply": "suppl", "supplies": "suppl", "opening": "open", "phase-out": "phase", "growth": "grow",
        "center": "centr", "centers": "centr", "tons": "ton", "tonne": "ton", "tonnes": "ton", "kilometre": "km",
        "kilometres": "km", "kilometer": "km", "kilometers": "km", "hectares": "hectar", "loan": "lend",
        "loans": "lend", "sale": "sell", "sales": "sell", "purchase": "buy", "gift": "give", "began": "begin",
        "begun": "begin", "give": "give", "gives": "give", "giving": "give", "make": "make", "makes": "make",
        "making": "make", "take": "take", "takes": "take", "taking": "take", "took": "take", "taken": "take",
        "scheme": "scheme", "schemes": "scheme", "money": "money",
    ]

    /// Stems that mean the same where promises are told.
    private static let synonyms: [String: String] = {
        var table: [String: String] = [:]
        for group in groups { for stem in group.dropFirst() { table[stem] = group[0] } }
        return table
    }()

    private static let groups: [[String]] = [
        ["chip", "semiconductor", "microchip"], ["reduc", "lower", "slash", "curb", "trim", "halv"],
        ["rais", "increas", "boost", "lift", "hik"], ["buy", "purchas", "acquir", "procur"],
        ["build", "construct", "erect"], ["plant", "factor", "factori", "facil", "facilit"],
        ["vessel", "ship", "boat"], ["car", "vehicl", "automobil"], ["job", "post", "position"],
        ["worker", "staff", "employe", "personnel"], ["give", "donat", "grant"], ["begin", "start", "commenc"],
        ["lend", "lending"],
        ["provid", "suppl", "deliv", "deliver"], ["dose", "shot"], ["pupil", "student"], ["school", "classroom"],
        ["hom", "house", "hous", "dwell", "apartment", "flat"], ["rail", "railwai", "railway", "train-line"],
        ["road", "highwai", "motorwai", "expresswai"], ["farm", "agricultur"], ["fish", "fisheri"],
        ["carbon", "co2"], ["troop", "soldi", "soldier"], ["clinic", "hospit", "hospital"], ["metr", "met", "meter"],
    ]
}
