import PledgedArticles
import PledgedCore
import PledgedTesting
import Testing

@testable import PledgedExtraction

struct ReaderTests {
    private static let reader = Result { try Reader() }

    private func read(_ paragraphs: String..., language: String? = nil) throws -> Reading {
        try Self.reader.get().read(SampleArticle.article(paragraphs, language: language))
    }

    private func names(_ labels: [ActorLabel], _ reading: Reading) -> [String] {
        labels.map { reading.actors[$0.number - 1].canonicalName }
    }

    @Test func `a pledge tells who, what, how much, by when and who said so`() throws {
        let reading = try read(
            "Kioxia plans to hire 500 engineers in Kenya by 2030, Kioxia Executive Vice President Tomoharu Watanabe said."
        )
        let pledge = try #require(reading.pledges.first)
        #expect(reading.pledges.count == 1)
        #expect(pledge.kind == .plan)
        #expect(names(pledge.by, reading) == ["Kioxia"])
        #expect(pledge.quantity == Quantity(value: 500, unit: "engineers"))
        #expect(pledge.deadline == .year(2030))
        #expect(pledge.speaker.map { names([$0], reading) } == ["Tomoharu Watanabe"])
        #expect(pledge.anchor.quote == "plans to hire 500 engineers in Kenya by 2030")
        #expect(pledge.cue == "plans to")
    }

    @Test func `a request tells who asks and who is asked`() throws {
        let reading = try read("Norway urged the European Union to cut its tariffs.")
        let request = try #require(reading.pledges.first)
        #expect(request.kind == .request)
        #expect(names(request.by, reading) == ["Norway"])
        #expect(names(request.to, reading) == ["European Union"])
    }

    @Test(arguments: [
        ("Denso Corp. opened a plant. The company will hire 300 workers.", ["Denso Corp."]),
        ("Denso Corp. opened a plant. It will hire 300 workers.", ["Denso Corp."]),
        ("Japan and Kenya met in Geneva. The two sides agreed to set up a fund.", ["Japan", "Kenya"]),
        ("Norway will give 5 million euros and pay for 30 nurses.", ["Norway"]),
        ("Kenya's health minister, Naomi Kiprono, said Nairobi would absorb the cost.", ["Kenya"]),
        ("“We will build 40 schools,” said Anna Berg, director of Oxfam.", ["Oxfam"]),
        // By the sentence's tree.
        (
            "The Kenya National Bank (KNB) cut its rate on Thursday and said it would stop selling euros in June.",
            ["Kenya National Bank"]
        ),
        ("The Bank of Kenya has in principle agreed to bear 60% of the cost.", ["Bank of Kenya"]),
        ("Leaders of Kenya agreed on a fund, while pledging to pay 600 million dollars.", ["Kenya"]),
        (
            "The Berg Government met on Monday with Norway. The Government is committed to building 40 schools.",
            ["Berg Government"]
        ),
        ("A statement released by President Anna Berg vowed to punish those responsible.", ["Anna Berg"]),
        ("Israel and the United States intend to work with Kenya.", ["Israel", "United States"]),
        ("Kenya has ships. Kenyan officials say they will send two of them to Norway.", ["Kenya"]),
        ("We, the leaders of Kenya and Norway, met in Geneva. We intend to build 40 schools.", ["Kenya", "Norway"]),
        (
            "Norway has opened the Partnership for Reform. The Partnership for Reform will pay 5 million dollars.",
            ["Norway"]
        ),
        ("I have written much, said Anna Berg. Berg is well. I intend to build 40 schools.", ["Anna Berg"]),
        ("The NATO members met in Geneva. NATO countries pledged to pay 40 million dollars.", ["NATO"]),
        ("Japan, Kenya, and Norway will fund the port by 2030.", ["Japan", "Kenya", "Norway"]),
        ("Japan, Kenya and Norway met in Geneva. They plan to build a road.", ["Japan", "Kenya", "Norway"]),
        (
            "Japan and Kenya met in Geneva. The countries' trade ministries pledged to build a road.",
            ["Japan", "Kenya"]
        ),
        (
            "President Anna Berg met Prime Minister Erik Lund in Geneva. The two leaders pledged to build a road.",
            ["Anna Berg", "Erik Lund"]
        ),
        ("PM Anna Berg talked with Erik Lund, founder of Oxfam. She also pledged to build a road.", ["Anna Berg"]),
        (
            "Prime Minister Anna Berg received Deputy Minister Erik Lund, who was in Geneva. The PM spoke of the port. "
                + "He pledged to build a road.",
            ["Anna Berg"]
        ),
        ("Kenya and Norway will keep the peace. We intend to build a road. We oppose war.", ["Kenya", "Norway"]),
        (
            "The Ministry of Finance met. Officials told BBC News every bill will be paid by June.",
            ["Ministry of Finance"]
        ),
        (
            "Kenya met Norway. Norway's Minister Anna Berg met Kenya's Minister Erik Lund. The Norwegian minister pledged "
                + "to build a road.",
            ["Anna Berg"]
        ),
        (
            "“They wait,” Anna Berg said. Oxfam's director in Kenya, Erik Lund, said it rained. He pledged to build a road.",
            ["Erik Lund"]
        ),
        ("Calling on Oxfam to pay for the port, Norway proposed a date.", ["Norway"]),
        (
            "The Commissioner for Trade, Anna Berg, said Oxfam was well. She pledged to build a road.",
            ["Anna Berg"]
        ),
    ])
    func `the party bound is found`(text: String, expected: [String]) throws {
        let reading = try read(text)
        let pledge = try #require(reading.pledges.first)
        #expect(names(pledge.by, reading) == expected)
    }

    @Test(arguments: [
        "Analysts expect Japan to grow.", "Kenya could pledge money.", "Kenya has no plan to build a port.",
        "Norway promised the money last year and it was delivered.", "Japan hopes to see peace.",
        "Kenya will meet Uganda on Friday.", "If Kenya agreed to pay, prices would fall.",
        "Norway was no longer prepared to take part.", "Norway offered New Year's greetings to Kenya.",
        "President Anna Berg will then be in Geneva on Friday.", "Kenya agreed that there will still be work.",
        "Kenya denied that it would pay.", "Kenya issued an Executive Order to build roads in 2020.",
        "Norway has encouraged construction of plants to solve the crisis.",
        "Norway has directed 300 dollars to specific clinics.",
        "Rather than promise to pay, Kenya left.", "Kenya would train 300 nurses.",
    ])
    func `what binds nobody is no pledge`(text: String) throws {
        #expect(try read(text).pledges.map(\.anchor.quote) == [])
    }

    @Test func `what is reported freely in the wake of a statement is a pledge`() throws {
        let reading = try read("Kenya was ready, Anna Berg said. Kenya would train 300 nurses.")
        #expect(reading.pledges.map(\.anchor.quote) == ["would train 300 nurses"])
    }

    @Test(arguments: [
        "Norway will launch a five-year programme in Kenya.", "Norway will fund six-nation talks on Kenya.",
    ])
    func `how long a programme lasts, or whose it is, is not how much is promised`(text: String) throws {
        #expect(try read(text).pledges.map(\.quantity) == [nil])
    }

    @Test(arguments: [
        ("The European Commissioner for Trade, Anna Berg, spoke to Norway.", ["Anna Berg", "Norway"]),
        ("European Union Health Commissioner Anna Berg spoke to Norway.", ["European Union", "Anna Berg", "Norway"]),
        ("Kenyan Energy Minister Anna Berg spoke to Norway.", ["Anna Berg", "Norway"]),
        ("Prime Minister Jan Lund spoke to President To Lam.", ["Jan Lund", "To Lam"]),
        (
            "National Security Adviser Anna Berg spoke to National Security Adviser Erik Lund.",
            ["Anna Berg", "Erik Lund"]
        ),
        ("Norway deepened its Comprehensive Strategic Partnership with Kenya.", ["Norway", "Kenya"]),
        (
            "The UN High Commissioner for Refugees pledged to help Kenya.",
            ["UN High Commissioner for Refugees", "Kenya"]
        ),
    ])
    func `an office is nobody, and what parties have is no party`(text: String, expected: [String]) throws {
        #expect(try read(text).actors.map(\.canonicalName) == expected)
    }

    @Test func `acts with numbers of their own are pledges of their own`() throws {
        let reading = try read("Intel will invest $2.5 billion in Ohio and create 1,400 jobs by 2027.")
        #expect(
            reading.pledges.map(\.anchor.quote) == ["will invest $2.5 billion in Ohio", "create 1,400 jobs by 2027"]
        )
        #expect(reading.pledges.map(\.deadline) == [nil, .year(2027)])
    }

    @Test(arguments: [
        (
            "Norway will release collective, unprecedented rules on fishing.",
            "will release collective, unprecedented rules on fishing"
        ),
        (
            "Norway will work with families, including those of miners, on the design.",
            "will work with families, including those of miners, on the design"
        ),
        (
            "The crews and ships of the north will be withdrawn, Norway's Prime Minister Anna Berg said.",
            "The crews and ships of the north will be withdrawn"
        ),
        (
            "More than 2 million pensioners and farmers will receive assistance from Norway.",
            "More than 2 million pensioners and farmers will receive assistance from Norway"
        ),
        ("Norway will fund ships after finishing the first.", "will fund ships after finishing the first"),
        (
            "Norway will donate a batch of Tamiflu, a medicine, to treat two million people.",
            "will donate a batch of Tamiflu, a medicine, to treat two million people"
        ),
        (
            "Norway aims to cut inflation, which stood at 3 per cent in May, to 2 per cent.",
            "aims to cut inflation, which stood at 3 per cent in May, to 2 per cent"
        ),
        ("Norway will hand in a plan by March 31, 2027.", "will hand in a plan by March 31, 2027"),
        ("Kenya is set to significantly increase its imports.", "is set to significantly increase its imports"),
        (
            "Norway asked the minister as well as his aides to build ships.",
            "asked the minister as well as his aides to build ships"
        ),
        (
            "Norway asked Kenya to help the crews; train the masters, and work with Oxfam; and continue to build.",
            "asked Kenya to help the crews; train the masters, and work with Oxfam; and continue to build"
        ),
    ])
    func `an act goes on over commas that end nothing`(text: String, anchor: String) throws {
        #expect(try read(text).pledges.map(\.anchor.quote) == [anchor])
    }

    @Test func `a condition makes a will an offer`() throws {
        let reading = try read("Norway will pay for 30 nurses if Kenya opens the clinic.")
        #expect(reading.pledges.map(\.kind) == [.offer])
    }

    @Test func `bullets take their subject from the line above`() throws {
        var article = SampleArticle.article(["Under the plan, the World Bank will:", "recruit 3,400 nurses by 2027;"])
        article.blocks[1] = ArticleBlock(role: .listItem, span: article.blocks[1].span)
        let reading = try Self.reader.get().read(article)
        #expect(reading.pledges.map(\.anchor.quote) == ["recruit 3,400 nurses by 2027"])
        #expect(reading.pledges.first.map { names($0.by, reading) } == ["World Bank"])
    }

    @Test func `a second telling goes with the first`() throws {
        let reading = try read(
            "Japan will fund 300 clinics by 2030.",
            "Speaking later, a minister said Japan would fund 300 clinics."
        )
        #expect(reading.pledges.count == 1)
        #expect(reading.pledges.first?.also.count == 1)
    }

    @Test func `a deadline is on the timeline`() throws {
        let reading = try read("Japan will fund 300 clinics by 2030.")
        #expect(reading.happenings.map(\.date) == [.year(2030)])
    }

    @Test func `nothing is read from another language`() throws {
        let reading = try read("Japan will fund 300 clinics by 2030.", language: "vi")
        #expect(reading.actors.isEmpty && reading.pledges.isEmpty && reading.happenings.isEmpty)
        #expect(try read("Japan will fund 300 clinics by 2030.", language: "en-GB").pledges.count == 1)
    }

    @Test func `events come in order and end with the count`() throws {
        let reading = try read("Japan will fund 300 clinics by 2030. Japan urged Kenya to pay.")
        let names = reading.events.map(\.name)
        #expect(names.first == .actorNamed)
        #expect(names.last == .articleRead)
        #expect(names.contains(.requestStated) && names.contains(.pledgeStated) && names.contains(.happeningReported))
        guard case .articleRead(let read) = reading.events.last else { return }
        #expect(read.pledges == 1 && read.requests == 1 && read.actors == 2)
        #expect(read.reader == reading.reader)
    }

    @Test func `two readers find the same`() throws {
        let article = SampleArticle.article([
            "Japan and Kenya agreed to fund 300 clinics by 2030, Tokyo said on Monday."
        ])
        let (one, other) = (try Reader(), try Reader())
        #expect(one.version == other.version)
        #expect(one.read(article) == other.read(article))
    }

    @Test(arguments: [1, 7, 1_337] as [UInt64])
    func `random text never stops the reader`(seed: UInt64) throws {
        let reader = try Self.reader.get()
        var random = SeededGenerator(seed: seed)
        let parts = [
            "Japan", "will", "to", "fund", "“", "”", "\"", "(", ")", ",", ".", "'s", "the", "Ministry of", "and",
            "by 2030",
            "US$5 million", "said", "agreed", "plans", "-", "—", ":", "\n", "\u{301}", "😀", "Nguyễn", "of", "if", "it",
            "which", "urged", "him", "called on", "that", "should", "0", "%", "\r\n", "\u{202E}", "according to", "A.",
        ]
        for _ in 0..<60 {
            let count = Int.random(in: 0..<120, using: &random)
            let words = (0..<count).compactMap { _ in parts.randomElement(using: &random) }
            let separator = Bool.random(using: &random) ? " " : ""
            let article = SampleArticle.article([words.joined(separator: separator)], title: words.first)
            let bytes = Array(article.text.utf8)
            for pledge in reader.read(article).pledges {
                #expect(String(decoding: bytes[pledge.anchor.span.range], as: UTF8.self) == pledge.anchor.quote)
            }
        }
    }
}
