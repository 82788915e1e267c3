/// The forms of English verbs.
enum Inflection {
    /// Base, third person, past, participle and gerund of the verb `base`, each once.
    static func forms(of base: String) -> [String] {
        var forms = [base, third(base), gerund(base)]
        forms += irregular[base].map { $0.split(separator: " ").map(String.init) } ?? [past(base)]
        var seen: Set<String> = []
        return forms.filter { seen.insert($0).inserted }
    }

    static func past(_ base: String) -> String {
        if endsInConsonantY(base) { return base.dropLast() + "ied" }
        return base.hasSuffix("ee") ? base + "d" : stem(base) + "ed"
    }

    static func gerund(_ base: String) -> String {
        base == "be" ? "being" : stem(base) + "ing"
    }

    static func third(_ base: String) -> String {
        if base == "be" { return "is" }
        if base == "have" { return "has" }
        if endsInConsonantY(base) { return base.dropLast() + "ies" }
        let isHissing = ["s", "x", "z", "ch", "sh", "o"].contains { base.hasSuffix($0) }
        return base + (isHissing ? "es" : "s")
    }

    /// What "ed" and "ing" are put to: without a silent e, with a doubled last letter where it is stressed and short.
    private static func stem(_ base: String) -> String {
        if base.hasSuffix("e"), !base.hasSuffix("ee"), base.utf8.count > 2 { return String(base.dropLast()) }
        return doubled.contains(base) ? base + base.suffix(1) : base
    }

    private static func endsInConsonantY(_ base: String) -> Bool {
        guard base.hasSuffix("y"), let before = base.dropLast().last else { return false }
        return !"aeiou".contains(before)
    }

    private static let doubled: Set<String> = [
        "commit", "recommit", "plan", "set", "put", "get", "beg", "cut", "admit", "submit", "stop", "permit",
        "fulfil", "equip", "refer", "transfer", "let", "ship", "drop", "step", "ban", "bar", "bid", "cap", "map",
        "scrap",
        "cancel", "enrol", "control", "level", "travel", "run", "win", "quit", "shut", "begin", "slip", "wrap", "curb",
    ]

    /// Past and participle.
    private static let irregular = [
        "be": "was were been am are", "have": "had", "say": "said", "tell": "told", "write": "wrote written",
        "swear": "swore sworn", "undertake": "undertook undertaken", "bind": "bound", "give": "gave given",
        "set": "set", "put": "put", "make": "made", "stand": "stood", "seek": "sought", "strive": "strove striven",
        "plead": "pleaded pled", "beseech": "besought beseeched", "mean": "meant", "take": "took taken",
        "get": "got", "let": "let", "do": "did done", "go": "went gone", "hold": "held", "keep": "kept",
        "become": "became", "begin": "began begun", "break": "broke broken", "bring": "brought", "build": "built",
        "buy": "bought", "choose": "chose chosen", "come": "came", "cut": "cut", "deal": "dealt", "draw": "drew drawn",
        "drive": "drove driven", "fall": "fell fallen", "feed": "fed", "fight": "fought", "find": "found",
        "fly": "flew flown", "forgive": "forgave forgiven", "freeze": "froze frozen", "grow": "grew grown",
        "lay": "laid", "lead": "led", "leave": "left", "lend": "lent", "lose": "lost", "meet": "met",
        "oversee": "oversaw",
        "pay": "paid", "quit": "quit", "read": "read", "repay": "repaid", "run": "ran", "see": "saw seen",
        "sell": "sold", "send": "sent", "show": "showed shown", "shut": "shut", "spend": "spent", "steal": "stole",
        "stick": "stuck", "teach": "taught", "think": "thought", "understand": "understood", "uphold": "upheld",
        "win": "won", "withdraw": "withdrew withdrawn", "withhold": "withheld", "withstand": "withstood",
        "wear": "wore worn", "know": "knew known", "rise": "rose risen", "speak": "spoke spoken",
    ]
}
