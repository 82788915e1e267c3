import PledgedCore
import PledgedExtraction
import PledgedLanguage
import Testing

/// All against an article of Thursday, 8 May 2025.
@Suite struct TimeExpressionTests {
    private static func expressions(_ text: String, date: String? = "2025-05-08") throws -> [TimeExpression] {
        let document = try Pipeline([Tokenizer(), SentenceSplitter()]).document(text)
        let day = try date.flatMap { try EDTFDate(parsing: $0).firstDay }
        return TimeExpressionFinder(articleDate: day).expressions(in: document)
    }

    private static func dates(_ text: String, date: String? = "2025-05-08") throws -> [String] {
        try expressions(text, date: date).map { $0.date?.description ?? "nil" }
    }

    @Test(arguments: [
        ("It opened on 9 July 2024.", "2024-07-09"), ("It opened on July 9, 2024.", "2024-07-09"),
        ("It opened on the 9th of July 2024.", "2024-07-09"), ("It opened on Tuesday, July 9, 2024.", "2024-07-09"),
        ("It opened on 2024-07-09.", "2024-07-09"), ("It opened on 2024.07.09.", "2024-07-09"),
        ("It opened on 25/12/2023.", "2023-12-25"), ("It opened on 19-Nov-12.", "2012-11-19"),
        ("It opened on Sept. 5, 2023.", "2023-09-05"), ("It opened in May 2024.", "2024-05"),
        ("It opened in 2019.", "2019"), ("It will open by the end of 2030.", "2030"),
        ("It will open in early 2030.", "2030"),
        ("It will open in mid-2026.", "2026"), ("It will open by year-end 2026.", "2026"),
        ("It opened in fiscal 2024.", "2024"),
        ("It will run in FY2026.", "2026"), ("It will run in fiscal year 2025-26.", "2025/2026"),
        ("It will open in the second quarter of 2027.", "2027-34"), ("It will open in Q3 2026.", "2026-35"),
        ("It sold more in 3Q24.", "2024-35"), ("It will open in H2 2026.", "2026-07/2026-12"),
        ("It will open in the first half of 2026.", "2026-01/2026-06"), ("It opened in the fall of 2024.", "2024-23"),
        ("It will open in summer 2026.", "2026-22"), ("It will run from 2026 to 2030.", "2026/2030"),
        ("the plan for 2021-30", "2021/2030"), ("the plan of 2021–2030", "2021/2030"),
        ("It will grow between 2025 and 2027.", "2025/2027"),
        ("It ran between July 2003 and December 2004.", "2003-07/2004-12"),
        ("It will last into the 2030s.", "2030/2039"), ("It starts in the 2026 academic year.", "2026"),
        ("It ran on July 9-11, 2024.", "2024-07-09/2024-07-11"), ("It ran on 9-11 July 2024.", "2024-07-09/2024-07-11"),
        ("It will spend it over the period 2025-2030.", "2025/2030"),
        ("It will spend it between now and 2030.", "2030"),
        ("It sold 5% more in the first nine months of 2024.", "2024-01/2024-09"),
        ("It sold more in the three months to June 2024.", "2024-04/2024-06"),
        ("It sold more in the year ended March 2025.", "2024-04/2025-03"),
        ("It will be ready in 2026/27.", "2026/2027"),
        ("It ran from December 28 to January 3, 2024.", "2023-12-28/2024-01-03"),
    ])
    func `reads dates that stand by themselves`(text: String, expected: String) throws {
        #expect(try Self.dates(text) == [expected])
        #expect(try Self.dates(text, date: nil) == [expected])
    }

    @Test(arguments: [
        ("He said it today.", "2025-05-08"), ("He said it yesterday evening.", "2025-05-07"),
        ("He left the day before yesterday.", "2025-05-06"), ("He will leave tomorrow.", "2025-05-09"),
        ("He came last night.", "2025-05-07"), ("He came this morning.", "2025-05-08"),
        ("He came last week.", "2025-04-28/2025-05-04"), ("It will open next week.", "2025-05-12/2025-05-18"),
        ("It opened last month.", "2025-04"), ("It will open next month.", "2025-06"), ("It opened last year.", "2024"),
        ("It will open next year.", "2026"), ("It will open later this year.", "2025"),
        ("It opened late last year.", "2024"),
        ("It opened last spring.", "2024-21"), ("It will open this summer.", "2025-22"),
        ("It opened last winter.", "2024-24"),
        ("It will open by the end of the year.", "2025"), ("It will open by year-end.", "2025"),
        ("It will open before the year is out.", "2025"), ("It grew since the start of the year.", "2025"),
        ("It will open by the end of next year.", "2026"), ("It will open by the end of the decade.", "2030"),
        ("It will open in Q3 next year.", "2026-35"), ("It will open in the third quarter of this year.", "2025-35"),
        ("It will open in the second half of next year.", "2026-07/2026-12"),
        ("It opened in March last year.", "2024-03"),
        ("It opened three years ago.", "2022"), ("It opened a year ago.", "2024"),
        ("It opened two months ago.", "2025-03"),
        ("It opened five days ago.", "2025-05-03"), ("It opened two weeks ago.", "2025-04-21/2025-04-27"),
        ("It will open in 18 months.", "2026-11"), ("It will answer within 90 days.", "2025-08-06"),
        ("It will open within three years.", "2028"), ("It will open within the next six months.", "2025-11"),
        ("It will spend it over the next four years.", "2025/2029"), ("It will spend it over five years.", "2025/2030"),
        ("It will spend it over the next three to five years.", "2025/2030"),
        ("It will be ready in two years' time.", "2027"), ("It starts in the next school year.", "2025/2026"),
        ("It came last September.", "2024-09"), ("It will come next March.", "2026-03"),
        ("It will open by the end of June.", "2025-06"), ("It will be neutral by mid-century.", "2050"),
        ("It will open by the end of the century.", "2100"), ("It opened earlier this week.", "2025-05-05/2025-05-11"),
        ("It opened this past week.", "2025-04-28/2025-05-04"), ("It opened last weekend.", "2025-05-03/2025-05-04"),
    ])
    func `reckons from the article`(text: String, expected: String) throws {
        #expect(try Self.dates(text) == [expected])
        #expect(try Self.dates(text, date: nil) == ["nil"])
    }

    @Test(arguments: [
        ("The minister said so on Tuesday.", "2025-05-06"), ("The minister said so Thursday.", "2025-05-08"),
        ("They decided to go on after the Court Saturday ruled it illegal.", "2025-05-03"),
        ("The minister will say so on Friday.", "2025-05-09"), ("They are to meet on Monday.", "2025-05-12"),
        ("Talks are scheduled to wrap up on Saturday.", "2025-05-10"),
        ("It urged them to answer by Friday.", "2025-05-09"),
        ("On Wednesday, the two are to travel.", "2025-05-14"), ("On Wednesday, the two travelled.", "2025-05-07"),
        ("He came on Tuesday last week.", "2025-04-29"), ("He came last Friday.", "2025-05-02"),
        ("The law was passed in June.", "2024-06"), ("The law will be passed in June.", "2025-06"),
        ("It plans to open a class in February.", "2026-02"), ("It was opened in February.", "2025-02"),
        ("In February, the house passed it.", "2025-02"), ("It would absorb the cost from July.", "2025-07"),
        ("Some 43,000 had enrolled by the end of March.", "2025-03"),
        ("It must be done by the end of March.", "2026-03"),
        ("It had undertaken to open by the end of April.", "2025-04"), ("It is due on July 9.", "2025-07-09"),
        ("It took place on July 9.", "2024-07-09"), ("It fell in the second quarter.", "2025-34"),
        ("It will open in the first quarter.", "2026-33"),
        ("Mohamed brought it to school on September 14.", "2024-09-14"),
        ("Speaking at a forum on Wednesday, he said talks would resume.", "2025-05-07"),
        ("It will build a plant, and on Tuesday the house passed it.", "2025-05-06"),
        ("It had been due to open in March.", "2025-03"), ("It will lend 17 trillion won from July.", "2025-07"),
        ("It ran from January to March.", "2025-01/2025-03"),
        ("It will run from November 20 to December 11.", "2025-11-20/2025-12-11"),
    ])
    func `lets the tense decide`(text: String, expected: String) throws {
        #expect(try Self.dates(text) == [expected])
    }

    @Test(arguments: [
        ("It opens in the first quarter of 2027, the rest by the end of that year.", ["2027-33", "2027"]),
        ("Land is due by September, the move two months before that.", ["2025-09", "2025-07"]),
        ("It began in 2019 and closed the following year.", ["2019", "2020"]),
        ("It began on 3 March 2020 and closed three days later.", ["2020-03-03", "2020-03-06"]),
        ("They meet on Wednesday and vote the following week.", ["2025-05-14", "2025-05-19/2025-05-25"]),
        ("A scheme launched in 2021 is to train 500 over ten years.", ["2021", "2021/2031"]),
        ("It promised in 2015 to double output within ten years.", ["2015", "2025"]),
        ("It opens in 2027. By then, all is ready.", ["2027", "2027"]),
        ("It opened in May 2021. It closed the same month.", ["2021-05", "2021-05"]),
    ])
    func `reckons from a date named before`(text: String, expected: [String]) throws {
        #expect(try Self.dates(text) == expected)
    }

    @Test(arguments: [
        "It hired 2024 workers.", "It hired 2,024 workers.", "Boeing 2020 sold well.", "It follows Vision 2030.",
        "a three-year plan", "a 25-year-old man", "the man, aged 81, left", "It may fall.", "They march on.",
        "60 lecturers a year", "May we go?", "the second phase", "It left in a hurry.", "the third access road",
        "a 2000-year-old city",
        "It cost 1999 dollars.", "the best result in two years", "It is open 24 hours.", "He has the last word.",
        "It was for the first time in ten years.", "Sales fell over three years.", "two years after graduation",
        "It was about four months later than planned.",
        "It can wait.", "They sat in the sun.", "the 2010 MW plant",
    ])
    func `leaves alone what is no date`(text: String) throws {
        #expect(try Self.dates(text).isEmpty)
    }

    @Test(arguments: [
        "It grew over the past five decades.", "It grew in recent months.", "It will grow in the next few years.",
    ])
    func `finds vague words without dating them`(text: String) throws {
        #expect(try Self.dates(text) == ["nil"])
    }

    /// Nonsense that a careless reader would need for ever, or for ever more stack, to get through.
    @Test(arguments: [
        "the end of ", "this ", "early ", "in 2024 ", "about ", "5 million ", "1 000 ", "a,", "a.", "a1", "1a-", "( ",
        "last ",
        "not ", "to ", "over ", "and ", "from 5 to ", "US$", "by then ", "A. ", "three ", "more than ",
    ])
    func `gets through endless repetition`(piece: String) throws {
        let text = String(repeating: piece, count: 4_000)
        let document = try Pipeline([Tokenizer(), SentenceSplitter()]).document(text)
        let times = TimeExpressionFinder(articleDate: CalendarDate(year: 2025, month: 5, day: 8)).expressions(
            in: document
        )
        let happenings = HappeningFinder().happenings(in: document, roles: [.paragraph], times: times)
        #expect(happenings.count <= times.count)
        let quantities = QuantityFinder().quantities(in: document, besides: times)
        #expect(quantities.allSatisfy { $0.value.isFinite })
    }

    @Test func `tells deadlines from other dates`() throws {
        let cases: [(String, TimeExpression.Relation, Bool)] = [
            ("It will open by 2030.", .by, true), ("It will stay until 2028.", .by, true),
            ("It will open no later than June 2026.", .by, true), ("It will open in 2030.", .at, true),
            ("It opened in 2019.", .at, false), ("It will pay starting in 2027.", .from, true),
            ("It has grown since 2019.", .from, false), ("the budget for 2026", .purpose, false),
            ("It will spend it over the next four years.", .over, true), ("It grew throughout 2023.", .over, false),
        ]
        for (text, relation, isDeadline) in cases {
            let found = try #require(try Self.expressions(text).first, "\(text)")
            #expect(found.relation == relation, "\(text)")
            #expect(found.isDeadline == isDeadline, "\(text)")
        }
    }

    @Test func `marks the words of time and their preposition`() throws {
        let document = try Pipeline([Tokenizer(), SentenceSplitter()]).document("It will open by the end of June 2026.")
        let found = try #require(TimeExpressionFinder(articleDate: nil).expressions(in: document).first)
        #expect(document.text(found.span) == "the end of June 2026")
        #expect(document.text(found.phrase) == "by the end of June 2026")
    }

    @Test func `knows which thing is meant from when`() throws {
        #expect(try Self.expressions("They signed the 1991 agreement.").first?.isAttributive == true)
        #expect(try Self.expressions("It was in last year's budget.").first?.isAttributive == true)
        #expect(try Self.expressions("They signed in 1991.").first?.isAttributive == false)
    }

    @Test(arguments: [
        ("It met today.", "2016-12"), ("It joined on Dec. 27.", "2016-12-27"), ("It led last December.", "2015-12"),
        ("It will meet next year.", "2017"), ("It met on Tuesday.", "nil"), ("It met yesterday.", "nil"),
    ])
    func `makes do with the month of publication`(text: String, expected: String) throws {
        let header = ArticleHeader(period: .month(12, of: 2016))
        let document = try Pipeline([Tokenizer(), SentenceSplitter()]).document(text)
        let found = TimeExpressionFinder(header: header).expressions(in: document)
        #expect(found.map { $0.date?.description ?? "nil" } == [expected])
    }
}
