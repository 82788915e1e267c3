import PledgedCore
import PledgedExtraction
import PledgedLanguage
import Testing

@Suite struct QuantityTests {
    private static func quantities(_ text: String) throws -> [QuantityExpression] {
        let document = try Pipeline([Tokenizer(), SentenceSplitter()]).document(text)
        let times = TimeExpressionFinder(articleDate: CalendarDate(year: 2025, month: 5, day: 8)).expressions(
            in: document
        )
        return QuantityFinder().quantities(in: document, besides: times)
    }

    @Test(arguments: [
        ("It will spend US$8.1 billion.", 8.1e9, "USD"), ("It will spend 13.5 trillion won.", 13.5e12, "KRW"),
        ("It set aside RM640 million.", 640e6, "MYR"), ("It costs €370m.", 370e6, "EUR"), ("It costs $5M.", 5e6, "USD"),
        ("It costs VNĐ500 billion.", 500e9, "VND"), ("It costs VND 410 billion.", 410e9, "VND"),
        ("It set aside Sh4.6 billion.", 4.6e9, "KES"),
        ("It costs C$5 million.", 5e6, "CAD"), ("It costs A$3 million.", 3e6, "AUD"),
        ("It costs NT$10,000.", 10_000, "TWD"),
        ("It costs Rs 91,526 crore.", 915_260_000_000, "INR"), ("It costs INR 4.5 lakh.", 450_000, "INR"),
        ("It costs ¥400bn.", 400e9, "JPY"), ("It costs £1.1bn.", 1.1e9, "GBP"), ("It costs USD2.5bn.", 2.5e9, "USD"),
        ("It costs 8.3 billion U.S. dollars.", 8.3e9, "USD"), ("It costs two million Swiss francs.", 2e6, "CHF"),
        ("It costs three million Hong Kong dollars.", 3e6, "HKD"), ("It costs 6,000 Pakistani rupees.", 6000, "PKR"),
        ("It gives 450 million kroner.", 450e6, "NOK"), ("It gives 760 million kronor.", 760e6, "SEK"),
        ("It gives 7.4 billion zlotys.", 7.4e9, "PLN"), ("a 26 trillion-won package", 26e12, "KRW"),
        ("a 200-million-USD fab", 200e6, "USD"), ("half a million dollars", 500_000, "USD"),
        ("€ 42 million for shelters", 42e6, "EUR"), ("1.99 euros", 1.99, "EUR"),
    ])
    func `reads sums of money`(text: String, value: Double, unit: String) throws {
        let found = try Self.quantities(text)
        #expect(found.map(\.quantity) == [Quantity(value: value, unit: unit)])
        #expect(found.first?.isMoney == true)
    }

    @Test(arguments: [
        ("Australia will act. Australia has $5 million. Australian schools wait.", "AUD"),
        ("Canada pays $5 million. Canada says so. Canadians agree.", "CAD"),
        ("Canada and the United States met. Canada pays $5 million. Canada says so. Canadians agree.", "USD"),
        ("Canada pays C$9. Canada says so. Canadians pay $5 million more.", "USD"),
        ("Australia will act. Australia asks the States. Australian States have $5 million.", "AUD"),
        ("Australia pays $5 million.", "USD"),
        ("Pakistan pays 5 million rupees. Pakistan says so. Pakistani schools wait.", "PKR"),
        ("Denmark pays 5 million kroner. Danish schools wait. Denmark says so.", "DKK"),
        ("Tanzania pays 5 million shillings. Tanzanian schools wait. Tanzania says so.", "TZS"),
    ])
    func `money without its state's name is that of the text's home`(text: String, code: String) throws {
        #expect(try Self.quantities(text).last?.unit == code)
    }

    @Test(arguments: [
        ("50,000 qualified engineers", 50_000, "engineers"), ("2 million tonnes of ammonia", 2e6, "tonnes"),
        ("a dozen firms", 12, "firms"), ("two leading-edge manufacturing clusters", 2, "clusters"),
        ("some 1,200 Vietnamese undergraduates a year", 1200, "undergraduates"),
        ("50 million children", 50e6, "children"),
        ("20,000 square metres of office space", 20_000, "square metres"), ("1.8 GW of solar", 1.8, "GW"),
        ("a 1,800-megawatt park", 1800, "megawatt"), ("1,300 megawatt-hours of storage", 1300, "megawatt-hours"),
        ("40GW by 2030", 40, "GW"), ("3,400 nurses and midwives", 3400, "nurses"),
        ("ten Airbus A321neo aircraft", 10, "aircraft"),
        ("25 rural and tribal communities", 25, "communities"), ("a 50,000-seat stadium", 50_000, "seat"),
        ("for five years", 5, "years"), ("twenty-five teachers", 25, "teachers"),
        ("two and a half million homes", 2.5e6, "homes"),
        ("50\u{A0}000 people", 50_000, "people"), ("160 km per hour", 160, "km"),
        ("the first three stations", 3, "stations"), ("1 000 scholarships", 1000, "scholarships"),
        ("36 F-16 jets", 36, "jets"),
        ("2,500 m³ of water", 2500, "m³"), ("12 Boeing 787-9 aircraft", 12, "aircraft"),
    ])
    func `reads counts and measures`(text: String, value: Double, unit: String) throws {
        #expect(try Self.quantities(text).map(\.quantity) == [Quantity(value: value, unit: unit)])
    }

    @Test(arguments: [
        ("It grew 7.3%.", 7.3), ("It grew five per cent.", 5), ("It grew 30 percent.", 30),
        ("It rose by 2.5 percentage points.", 2.5),
        ("two-thirds of staff", 66.67), ("a third of it", 33.33), ("It fell by a quarter.", 25),
        ("one fifth of the costs", 20),
        ("half the cost", 50), ("It fell by half.", 50), ("nine out of ten workers", 90), ("three quarters of it", 75),
        ("one in five women", 20), ("9 in 10 firms", 90),
    ])
    func `reads shares`(text: String, value: Double) throws {
        let found = try Self.quantities(text)
        #expect(found.map(\.quantity) == [Quantity(value: value, unit: "%")])
        #expect(found.first?.isShare == true)
    }

    @Test(arguments: [
        "tens of thousands of people", "the third time", "a third access road", "in 2024", "Resolution 136 was passed",
        "Factory Z181 closed", "No. 5 plant", "COVID-19", "a 25-year-old man", "the second half", "one of them",
        "at 10:30 a.m.", "by 9 July 2024", "within 90 days", "They each had one.", "Group of 20", "dozens of firms",
        "It left on 25/12/2023.", "a 24/7 service", "He is 81.", "the G7 and 5G", "its 2030 targets",
        "3.5 times as large", "a five-fold rise",
    ])
    func `leaves alone what counts nothing`(text: String) throws {
        #expect(try Self.quantities(text).isEmpty)
    }

    @Test(arguments: [
        ("40-50 MW", 40, 50, "MW"), ("between 5 and 7 per cent", 5, 7, "%"), ("5 to 7 percent", 5, 7, "%"),
        ("5% to 7%", 5, 7, "%"), ("$5-7 billion", 5e9, 7e9, "USD"), ("10–15 million euros", 10e6, 15e6, "EUR"),
        ("$5 million to $7 million", 5e6, 7e6, "USD"),
    ])
    func `takes the lower end of a range`(text: String, low: Double, high: Double, unit: String) throws {
        let found = try #require(try Self.quantities(text).first)
        #expect(found.quantity == Quantity(value: low, unit: unit))
        #expect(found.upperValue == high)
    }

    @Test(arguments: [
        ("up to 60 lecturers", QuantityExpression.Bound.atMost), ("at least 200 engineers", .atLeast),
        ("no fewer than 60 per cent", .atLeast), ("no more than 5%", .atMost), ("more than $15 million", .atLeast),
        ("about 2,000 people", .about), ("an estimated 608,000 people", .about),
        ("as many as 15,000 engineers", .atMost),
        ("below $4", .atMost), ("300 people", .exact),
    ])
    func `reads the words that bound it`(text: String, bound: QuantityExpression.Bound) throws {
        #expect(try Self.quantities(text).first?.bound == bound)
    }

    @Test func `marks conversions, origins and lengths of time`() throws {
        let pair = try Self.quantities("It gave 370 million euros ($413 million).")
        #expect(pair.map(\.isConversion) == [false, true])
        #expect(try Self.quantities("It gave 760 million kronor, or about $69 million.").last?.isConversion == true)
        let change = try Self.quantities("It will go from 570 to 700 students.")
        #expect(change.map(\.isOrigin) == [true, false])
        #expect(change.map(\.unit) == ["students", "students"])
        #expect(try Self.quantities("It gives support for 10 years.").first?.isDuration == true)
    }

    @Test func `gives numbers that count nothing named without a unit`() throws {
        let found = try #require(try Self.quantities("It will keep jobs at no fewer than 1,900.").first)
        #expect(found.value == 1900)
        #expect(found.quantity == nil)
    }

    @Test func `spans the bound, the number and the noun`() throws {
        let document = try Pipeline([Tokenizer(), SentenceSplitter()]).document(
            "It hires up to 60 new lecturers a year."
        )
        let found = try #require(QuantityFinder().quantities(in: document).first)
        #expect(document.text(found.span) == "up to 60 new lecturers")
        #expect(document.text(found.number) == "60")
    }
}
