/// Finds the place in a dateline: capitalised names between commas and slashes, "Grenoble (France)", "SAN JOSE,
/// Calif.".
struct DatelinePlace {
    let lexemes: [Lexeme]
    let dates: DateScanner

    /// The lexemes of the place that begins at `index`.
    func place(at index: Int) -> Range<Int>? {
        guard var end = name(at: index) else { return nil }
        for _ in 0..<Self.namesMax {
            guard let next = region(at: end) ?? bracketedRegion(at: end) else { break }
            end = next
        }
        guard end - index <= Self.lexemesMax else { return nil }
        return index..<end
    }

    /// Past ", Japan", "/TAIPEI", " and GENEVA" or ", and BAC NINH".
    private func region(at index: Int) -> Int? {
        guard index < lexemes.count else { return nil }
        let isAnd = lexemes[index].text.lowercased() == "and"
        guard lexemes[index].isMark(",/&") || isAnd else { return nil }
        var next = index + 1
        if lexemes[index].isMark(","), next < lexemes.count, lexemes[next].text.lowercased() == "and" { next += 1 }
        guard !isDate(at: next), !isAgency(at: next), let end = name(at: next) else { return nil }
        return lexemes[index].isMark("/") && isSlashedSource(index, end: end) ? nil : end
    }

    /// " /PRNewswire/" and "/TASS/", but not "HÀ NỘI/SEOUL/TOKYO".
    private func isSlashedSource(_ slash: Int, end: Int) -> Bool {
        guard end < lexemes.count, lexemes[end].isMark("/") else { return false }
        return !isTight(before: slash)
            || NewsAgency.isKnown(lexemes[(slash + 1)..<end].map(\.text).joined(separator: " "))
    }

    /// Past "(France)", where a date or a dash follows it and it names no agency.
    private func bracketedRegion(at index: Int) -> Int? {
        guard index + 2 < lexemes.count, lexemes[index].isMark("("), let end = name(at: index + 1), end < lexemes.count,
            lexemes[end].isMark(")"), !isDate(at: index + 1)
        else { return nil }
        let name = lexemes[(index + 1)..<end].map(\.text).joined(separator: " ")
        return NewsAgency.isKnown(name) || NewsAgency.isAbbreviation(name) ? nil : end + 1
    }

    /// Past one name: words with capitals, small words between them, full stops of abbreviations.
    private func name(at index: Int) -> Int? {
        var next = index
        // "’s-Hertogenbosch", "the Netherlands"
        if next + 2 < lexemes.count, lexemes[next].isMark("'’"), lexemes[next + 2].isMark("-") { next += 3 }
        if next < lexemes.count, lexemes[next].text == "the" { next += 1 }
        guard next < lexemes.count, isNameWord(next) else { return nil }
        while next < lexemes.count, next - index < Self.nameLexemesMax {
            if isNameWord(next) {
                next = skipStop(at: next + 1)
            } else if let end = skipSmallWord(at: next) {
                next = end
            } else if let end = skipJoint(at: next) {
                next = end
            } else {
                break
            }
        }
        return next
    }

    private func isNameWord(_ index: Int) -> Bool { lexemes[index].isCapitalised && !isDate(at: index) }

    /// "rio DE janeiro": small words count if a capital follows.
    private func skipSmallWord(at index: Int) -> Int? {
        guard Self.smallWords.contains(lexemes[index].text) else { return nil }
        let next =
            lexemes[index].text == "on" && index + 1 < lexemes.count && lexemes[index + 1].text == "the"
            ? index + 2 : index + 1
        guard next < lexemes.count else { return nil }
        let goesOn = isNameWord(next) || Self.smallWords.contains(lexemes[next].text) || skipJoint(at: next) != nil
        return goesOn ? next : nil
    }

    /// "Port-au-Prince", "BÀ RỊA–VŨNG TÀU", "Xi'an": a mark without space at either side.
    private func skipJoint(at index: Int) -> Int? {
        guard lexemes[index].isMark("-–'’ʻ·"), isTight(before: index), isTight(before: index + 1) else { return nil }
        guard index > 0, lexemes[index + 1].kind == .word else { return nil }
        // An en dash may also part the place from the story.
        let joins = !lexemes[index].isMark("–") || lexemes[index - 1].isUpperCase && lexemes[index + 1].isUpperCase
        return joins ? index + 1 : nil
    }

    /// Past the full stop of an abbreviation, but not one after a place: "Calif." and "MOSCOW".
    private func skipStop(at index: Int) -> Int {
        guard index < lexemes.count, lexemes[index].isMark("."), isTight(before: index) else { return index }
        let word = lexemes[index - 1]
        let isFollowedByComma = index + 1 < lexemes.count && lexemes[index + 1].isMark(",")
        let isAbbreviation = word.text.count <= 2 || Self.abbreviations.contains(word.folded)
        return isFollowedByComma || isAbbreviation ? index + 1 : index
    }

    private func isTight(before index: Int) -> Bool {
        index > 0 && index < lexemes.count && lexemes[index - 1].range.upperBound == lexemes[index].range.lowerBound
    }

    private func isDate(at index: Int) -> Bool {
        guard index < lexemes.count else { return false }
        return CalendarWords.isWeekday(lexemes[index].folded) || dates.finding(at: index) != nil
    }

    private func isAgency(at index: Int) -> Bool {
        guard index + 1 < lexemes.count, lexemes[index].isUpperCase else { return false }
        return lexemes[index + 1].isMark("-–—") && NewsAgency.isKnown(lexemes[index].text)
    }

    private static let namesMax = 5
    private static let nameLexemesMax = 12
    private static let lexemesMax = 24
    private static let abbreviations: Set<String> = [
        "ariz", "calif", "colo", "conn", "fla", "ill", "ind", "kan", "mass", "mich", "minn", "miss", "mont", "neb",
        "nev", "okla",
        "ont", "ore", "penn", "que", "tenn", "tex", "wash", "wis", "wyo", "ste",
    ]
    private static let smallWords: Set<String> = [
        "de", "do", "da", "del", "dos", "la", "le", "los", "las", "el", "al", "am", "an", "der", "den", "des", "di",
        "du", "upon",
        "on", "of", "the", "sur", "en", "y", "in", "ob", "a", "au", "aan", "bei", "and", "es", "ul", "ed", "e",
    ]
}
