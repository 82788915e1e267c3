import PledgedCore

/// The date in a file's name, which may lend its year to a dateline of the same day and month, and nothing else.
struct FileNameDate: Hashable, Sendable {
    let date: CalendarDate

    init?(_ fileName: String) {
        let text = SourceText(fileName.split { $0 == "_" }.joined(separator: " "))
        let lexemes = Lexeme.lexemes(of: text, in: text.front(text.whole, countMax: 255))
        for index in lexemes.indices {
            guard case .day(let date) = DateScanner(lexemes: lexemes).finding(at: index)?.date else { continue }
            self.date = date
            return
        }
        return nil
    }

    func add(to evidence: inout HeaderEvidence) {
        let stated = StatedDate.dayOfYear(month: date.month, day: date.day)
        if evidence.dates[.dateline]?.contains(stated) == true { evidence.years.append(date.year) }
    }
}
