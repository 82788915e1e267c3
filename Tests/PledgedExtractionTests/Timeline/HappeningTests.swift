import PledgedCore
import PledgedExtraction
import PledgedLanguage
import Testing

/// All against an article of Thursday, 8 May 2025.
@Suite struct HappeningTests {
    private static func happenings(_ text: String, role: ArticleBlock.Role = .paragraph) throws -> [Happening] {
        let document = try Pipeline([Tokenizer(), SentenceSplitter()]).document(text)
        let times = TimeExpressionFinder(articleDate: CalendarDate(year: 2025, month: 5, day: 8)).expressions(
            in: document
        )
        return HappeningFinder().happenings(in: document, roles: [role], times: times)
    }

    @Test(arguments: [
        ("The port, built in 1910, handles coal.", "1910", "built in 1910"),
        ("On Tuesday, the ministry signed the deal.", "2025-05-06", "On Tuesday, the ministry signed the deal"),
        ("The bank, which opened in 2015, has grown.", "2015", "which opened in 2015"),
        ("Acme will build two plants by 2030, he added.", "2030", "Acme will build two plants by 2030"),
        (
            "He is due to hold talks with Norway on Sunday.", "2025-05-11",
            "He is due to hold talks with Norway on Sunday"
        ),
        ("It was promised in last year's budget.", "2024", "It was promised in last year"),
    ])
    func `anchors a happening in its clause`(text: String, date: String, anchor: String) throws {
        let found = try Self.happenings(text)
        #expect(found.map(\.date.description) == [date])
        #expect(found.first?.anchor.quote == anchor)
    }

    @Test(arguments: [
        "Analysts expect the country to need 15,000 engineers by 2030.", "Economists forecast growth of 5% in 2026.",
        "Output could reach 2 million tonnes this year.", "He hopes to open it by August.",
        "It fell to 20 per cent, compared with 30 per cent in 2024.", "Sales rose 5% from a year earlier.",
        "It has grown since 2019.", "It grew over the past five decades.",
        "They will match it if leases are awarded before the end of 2026.",
        "It is triple the level of 2020.", "The budget for next year is closed.", "It is part of Vision 2030.",
        "It opens as planned. By then, all is ready.",
        "The profit compares with a loss of 3 billion won a year earlier.",
        "Today the money is behind the words.", "Rich nations vowed to raise $100 billion by 2020.",
    ])
    func `leaves out what did not happen then`(text: String) throws {
        #expect(try Self.happenings(text).isEmpty)
    }

    @Test(arguments: [ArticleBlock.Role.header, .title, .dateline, .heading, .signOff])
    func `reads no happening from the frame of an article`(role: ArticleBlock.Role) throws {
        #expect(try Self.happenings("It opened in 2019.", role: role).isEmpty)
    }

    @Test func `tells one date in a sentence once`() throws {
        #expect(try Self.happenings("It opened on Tuesday and closed late Tuesday.").count == 1)
        #expect(try Self.happenings("It opened on Tuesday. It closed on Tuesday.").count == 2)
    }

    @Test func `names the actors of the clause, or the subject before it`() throws {
        let text = "Acme, which opened in 2015, met Norway on Tuesday."
        let document = try Pipeline([Tokenizer(), SentenceSplitter()]).document(text)
        let times = TimeExpressionFinder(articleDate: CalendarDate(year: 2025, month: 5, day: 8)).expressions(
            in: document
        )
        let mentions = [
            ActorMention(span: document.tokens(touching: 0..<4), actor: ActorLabel(1)),
            ActorMention(span: document.tokens(touching: 33..<39), actor: ActorLabel(2)),
        ]
        let found = HappeningFinder().happenings(in: document, roles: [.paragraph], times: times, mentions: mentions)
        #expect(found.map(\.actors) == [[ActorLabel(1)], [ActorLabel(2)]])
    }

    @Test func `quotes the stored bytes`() throws {
        let text = "Hà Nô\u{323}i\nopened it\nin 2015."
        let found = try #require(try Self.happenings(text).first)
        let bytes = Array(text.utf8)[found.anchor.span.range]
        #expect(Array(found.anchor.quote.utf8) == Array(bytes))
    }
}
