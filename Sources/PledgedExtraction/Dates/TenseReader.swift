import PledgedLanguage

/// Tells from the verbs nearby whether a clause speaks of the past or of the future.
///
/// It looks for verb forms that cannot be mistaken, first to the left of the words in question, then to their right.
struct TenseReader {
    /// What the verbs show, and whether an auxiliary makes it sure.
    struct Finding: Hashable {
        var direction: TimeDirection
        var isStrong: Bool
    }

    let tokens: [Token]
    /// The sentence.
    let range: Range<Int>

    /// What the nearest verb shows.
    ///
    /// - Parameters:
    ///   - phrase: the words in question.
    ///   - weakly: whether any verb behind them will do, wherever they stand.
    /// - Returns: nil where no verb shows anything.
    func finding(around phrase: Span, weakly: Bool = false) -> Finding? {
        // "will build a plant, and on Tuesday the house passed": the date belongs to what follows.
        if opensClause(phrase), let finding = behind(phrase, weakly: true) { return finding }
        if let finding = subjectsVerb(behind: phrase) { return finding }
        return before(phrase) ?? behind(phrase, weakly: weakly || phrase.start <= range.lowerBound + 2)
    }

    /// "after the Court Saturday ruled": a day between who acts and the verb.
    private func subjectsVerb(behind phrase: Span) -> Finding? {
        let (last, next) = (phrase.start - 1, phrase.end)
        guard range.contains(last), range.contains(next), tokens[last].isCapitalized, tokens[last].isWord,
            last > range.lowerBound, !tokens[next].isCapitalized, Self.isPastForm(tokens[next].lower)
        else { return nil }
        return Finding(direction: .past, isStrong: false)
    }

    /// Whether "and", or a comma or quote, stands before the phrase and its preposition, and none behind it.
    private func opensClause(_ phrase: Span) -> Bool {
        let prepositions = ["in", "on", "by", "at", "from", "since", "during", "early", "late", "the"]
        var index = phrase.start - 1
        while range.contains(index), index > phrase.start - 5, prepositions.contains(lower(index)) { index -= 1 }
        guard range.contains(index), index > range.lowerBound else { return false }
        if ["and", "but", "while"].contains(lower(index)) { return tokens[index - 1].form == "," }
        let isBorder = [",", ";", ":", "\"", "--", "-"].contains(tokens[index].folded) && tokens[index].isPunctuation
        return isBorder && range.contains(phrase.end) && tokens[phrase.end].isWord
            && !tokens[phrase.end].lower.hasSuffix("ing")
    }

    private func before(_ phrase: Span) -> Finding? {
        let leftEnd = max(range.lowerBound, phrase.start - 30)
        for index in stride(from: phrase.start - 1, through: leftEnd, by: -1) {
            if Self.walls.contains(tokens[index].folded) { break }
            if let finding = verb(index) { return finding }
        }
        return nil
    }

    /// What the first verb behind the phrase shows; `weakly` where a bare "to open" will do.
    private func behind(_ phrase: Span, weakly: Bool) -> Finding? {
        for index in phrase.end..<min(range.upperBound, phrase.end + 20) {
            if Self.walls.contains(tokens[index].folded) { break }
            guard let finding = verb(index) else { continue }
            if weakly || finding.isStrong || finding.direction == .past { return finding }
        }
        return nil
    }

    /// Whether a promise was made earlier than the story: "had undertaken to open by the end of June".
    func isPromiseOfThePast(before phrase: Span) -> Bool {
        for index in stride(from: phrase.start - 1, through: max(range.lowerBound, phrase.start - 14), by: -1)
        where lower(index) == "to" {
            return (1...4).contains { lower(index - $0) == "had" }
        }
        return false
    }

    private func lower(_ index: Int) -> String { range.contains(index) ? tokens[index].lower : "" }

    private func verb(_ index: Int) -> Finding? {
        let token = tokens[index]
        guard token.isWord else { return nil }
        let word = token.lower
        if Self.modals.contains(word) { return Finding(direction: .future, isStrong: true) }
        if word == "to" { return infinitive(index) }
        if Self.scheduled.contains(word) { return Finding(direction: .future, isStrong: true) }
        if Self.presentForFuture.contains(word) { return Finding(direction: .future, isStrong: false) }
        if Self.pastAuxiliaries.contains(word) { return auxiliary(index) }
        // "Mohamed" is no verb, and "17 trillion won" is money.
        let isName = token.isCapitalized && index > range.lowerBound
        let isMoney =
            word == "won" && (NumberLexicon.multipliers[lower(index - 1)] != nil || tokens[max(index - 1, 0)].isNumber)
        return Self.isPastForm(word) && !isName && !isMoney ? participle(index) : nil
    }

    /// "was", "had", "did" themselves, unless they lead to the future: "was to open", "were due to".
    private func auxiliary(_ index: Int) -> Finding? {
        for next in (index + 1)..<max(index + 1, min(range.upperBound, index + 4)) {
            if Self.scheduled.contains(lower(next)) { return Finding(direction: .future, isStrong: true) }
            if lower(next) == "to", let found = infinitive(next) { return found }
        }
        return Finding(direction: .past, isStrong: true)
    }

    /// "to" and a verb: "plans to open", but "to Hà Nội", "to the bank", "to 2030".
    private func infinitive(_ index: Int) -> Finding? {
        let next = index + 1
        guard range.contains(next), tokens[next].isWord, !tokens[next].isCapitalized,
            !Self.notVerbs.contains(lower(next)), !lower(next).hasSuffix("s") || lower(next).hasSuffix("ss"),
            !lower(next).hasSuffix("ing"), !Self.isPastForm(lower(next)) || lower(next).hasSuffix("eed")
        else { return nil }
        if Self.doneVerbs.contains(lower(index - 1)) { return Finding(direction: .past, isStrong: true) }
        return Finding(direction: .future, isStrong: false)
    }

    /// A past form, by the auxiliary before it: "was signed", "will be signed", "is signed", "signed".
    private func participle(_ index: Int) -> Finding? {
        var before = index - 1
        while range.contains(before), before > index - 5, isSkipped(lower(before)) { before -= 1 }
        switch lower(before) {
        case "be":
            var lead = before - 1
            while range.contains(lead), lead > before - 5, isSkipped(lower(lead)) { lead -= 1 }
            let isAhead = Self.modals.contains(lower(lead)) || lower(lead) == "to"
            return isAhead ? Finding(direction: .future, isStrong: true) : nil
        case "been", "was", "were", "had", "has", "have", "'ve", "’ve", "being", "having", "got":
            return Finding(direction: .past, isStrong: true)
        case "is", "are", "am", "'re", "’re", "gets": return nil
        default: return Finding(direction: .past, isStrong: false)
        }
    }

    private func isSkipped(_ word: String) -> Bool {
        word.hasSuffix("ly") || Self.adverbs.contains(word)
    }

    static func isPastForm(_ word: String) -> Bool {
        if irregular.contains(word) { return true }
        return word.utf8.count > 4 && word.hasSuffix("ed") && !notPast.contains(word)
    }

    private static let walls: Set<String> = [";"]
    static let modals: Set<String> = [
        "will", "'ll", "’ll", "would", "shall", "must", "wo", "may", "might", "could", "should", "can", "going", "'d",
    ]
    private static let scheduled: Set<String> = [
        "due", "scheduled", "slated", "planned", "expected", "poised", "upcoming", "plans", "aims", "intends", "plan",
        "hopes", "expects", "eyes", "targets", "forthcoming", "wants", "seeks",
    ]
    private static let presentForFuture: Set<String> = [
        "arrives", "leaves", "begins", "starts", "visits", "opens", "meets", "meet", "expires", "ends", "departs",
        "launches",
        "hosts", "closes", "takes", "travels", "kicks", "convenes", "runs", "comes",
    ]
    private static let pastAuxiliaries: Set<String> = ["was", "were", "had", "did"]
    private static let doneVerbs: Set<String> = [
        "failed", "managed", "began", "started", "continued", "used", "came", "helped", "went", "proved", "rushed",
        "returned",
    ]
    private static let adverbs: Set<String> = [
        "not", "n't", "n’t", "also", "been", "since", "already", "just", "now", "still", "even", "then", "first", "so",
        "far", "twice", "never", "soon", "once",
    ]
    static let notVerbs: Set<String> = [
        "the", "a", "an", "its", "his", "her", "their", "our", "my", "your", "this", "that", "these", "those", "it",
        "them", "him", "us", "me", "you", "each", "all", "any", "both", "some", "one", "two", "three", "four", "five",
        "six", "seven", "eight", "nine", "ten", "which", "whom", "what", "date", "half", "more", "less", "about",
        "around",
        "nearly", "over", "as", "early", "late", "mid", "next", "last", "local", "foreign", "high", "low", "energy",
        "power", "other", "many", "most", "millions", "university", "industry", "government", "public", "private",
        "school", "court", "church", "parliament", "congress", "zero", "net", "customers", "people", "women", "men",
        "children", "members", "land", "market", "peace", "war", "death", "life", "hospital", "prison", "college",
        "climate",
        "health", "water", "nearly", "almost", "up", "and", "or", "for", "in", "on", "no", "new", "be-", "former",
    ]
    static let irregular: Set<String> = [
        "said", "told", "made", "took", "began", "rose", "fell", "gave", "went", "came", "held", "met", "left", "kept",
        "won", "lost", "sent", "spent", "built", "bought", "sold", "became", "brought", "found", "got", "grew", "led",
        "paid", "ran", "saw", "spoke", "stood", "struck", "taught", "thought", "understood", "wrote", "broke", "chose",
        "drew", "drove", "flew", "knew", "threw", "sought", "shot", "shrank", "sank", "slid", "swore", "undertook",
        "underwent", "withdrew", "written", "taken", "given", "begun", "seen", "gone", "known", "laid", "dealt",
        "fought",
        "caught", "felt", "heard", "meant", "sat", "rang", "slipped", "overtook", "broken", "drawn", "grown", "fallen",
        "risen", "chosen", "backed", "died", "tied", "led",
    ]
    private static let notPast: Set<String> = [
        "need", "speed", "seed", "feed", "indeed", "exceed", "succeed", "proceed", "hundred", "united", "shed", "breed",
        "unprecedented", "limited", "embed", "naked", "sacred", "wicked", "advanced", "skilled", "unskilled",
        "so-called",
        "integrated", "detailed", "unnamed",
    ]
}
