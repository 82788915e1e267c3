import PledgedCore
import Testing

@testable import PledgedExtraction

struct ActorResolverTests {
    private static let reader = Result { try Reader() }

    private func actors(_ paragraphs: String..., title: String? = nil) throws -> [NamedActor] {
        try Self.reader.get().read(SampleArticle.article(paragraphs, title: title)).actors
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        /// Kind and names, the names with "/" between, in order of first mention.
        let actors: [String]
        var testDescription: String { text }
    }

    @Test(arguments: [
        Case(
            text: "Deputy Prime Minister Nguyễn Chí Dũng met Kioxia. Dũng urged the firm to invest, Kioxia said.",
            actors: ["person Nguyễn Chí Dũng/Dũng", "organization Kioxia"]
        ),
        Case(
            text: "The Ministry of Planning and Investment (MPI) will act. The MPI said so.",
            actors: ["organization Ministry of Planning and Investment/MPI"]
        ),
        Case(
            text: "The Ministry of Economy, Trade and Industry (METI) will act, METI said.",
            actors: ["organization Ministry of Economy, Trade and Industry/METI"]
        ),
        Case(
            text: "The African Development Bank (AfDB) will pay. The West African Development Bank (BOAD) agreed.",
            actors: [
                "organization African Development Bank/AfDB", "organization West African Development Bank/BOAD",
            ]
        ),
        Case(
            text: "The U.S. Food and Drug Administration will act. The FDA said so.",
            actors: ["organization U.S. Food and Drug Administration/FDA"]
        ),
        Case(
            text: "Orrin Medical Inc. (NASDAQ: ORRN) will hire. Orrin said so.",
            actors: ["organization Orrin Medical Inc./Orrin"]
        ),
        Case(
            text: "Lantana Glass today announced that it will build a plant. Lantana will hire 640 people.",
            actors: ["organization Lantana Glass/Lantana"]
        ),
        Case(
            text: "Doreen Haskell announced that she will build a plant. Haskell will hire 640 people.",
            actors: ["person Doreen Haskell/Haskell"]
        ),
        Case(
            text: "Kioxia, formerly Toshiba Memory Corporation, will hire.",
            actors: ["organization Kioxia/Toshiba Memory Corporation"]
        ),
        Case(text: "Denso Corp. will pay. Denso said so.", actors: ["organization Denso Corp./Denso"]),
        Case(text: "Việt Nam will act. Vietnam said so.", actors: ["country Việt Nam/Vietnam"]),
        Case(text: "South Korea will act. Seoul said it would pay.", actors: ["country South Korea/Seoul"]),
        Case(text: "The Japanese government will act, Tokyo said.", actors: ["country Japanese government/Tokyo"]),
        Case(text: "The Government of Iraq agreed to act.", actors: ["country Government of Iraq"]),
        Case(
            text: "Vice Industry Minister Seo Kang-min said so. Seo added nothing.",
            actors: ["person Seo Kang-min/Seo"]
        ),
        Case(
            text: "ASML Vice President for Asia Pacific Pieter van der Meulen spoke. Van der Meulen left.",
            actors: ["organization ASML", "person Pieter van der Meulen/Van der Meulen"]
        ),
        Case(
            text: "Japan's IHI Corporation and Tenaga Nasional Bhd (TNB) are to burn ammonia.",
            actors: ["organization IHI Corporation", "organization Tenaga Nasional Bhd/TNB"]
        ),
        Case(text: "A plant in Kumamoto opened near Fukuoka.", actors: []),
        Case(text: "Saxony has reserved land.", actors: ["organization Saxony"]),
        Case(text: "The firm makes tools in Japan.", actors: []),
        Case(
            text: "Kenya and the European Investment Bank (EIB) agreed to act.",
            actors: ["country Kenya", "organization European Investment Bank/EIB"]
        ),
        Case(
            text: "Firms such as Bosch, Infineon and NXP will pay.",
            actors: ["organization Bosch", "organization Infineon", "organization NXP"]
        ),
        Case(
            text: "Envoys of the Republic of Korea, Kenya and Norway said they will act.",
            actors: ["country Republic of Korea", "country Kenya", "country Norway"]
        ),
        Case(
            text: "The National Centre of Fishing Excellence (NCFE) opened. The Centre will train crews.",
            actors: ["organization National Centre of Fishing Excellence/NCFE/Centre"]
        ),
        Case(text: "A fire in Gujarat State and the West Bank alarmed Kenya.", actors: ["country Kenya"]),
        Case(
            text: "The Royal Flying Doctor Service of Kenya will act.",
            actors: ["organization Royal Flying Doctor Service of Kenya"]
        ),
        Case(
            text: "Colorado State University of the US and the University of Sheffield of the UK will act.",
            actors: ["organization Colorado State University", "organization University of Sheffield"]
        ),
        Case(
            text: "The Joint Committee on Organ and Tissue Donation will act.",
            actors: ["organization Joint Committee on Organ and Tissue Donation"]
        ),
        Case(text: "The group al-Qaida has vowed to act.", actors: ["organization al-Qaida"]),
    ])
    func `names of one party come together`(example: Case) throws {
        let found = try actors(example.text).map { "\($0.kind.rawValue) \($0.names.joined(separator: "/"))" }
        #expect(found == example.actors)
    }

    @Test func `a person has a title and whom it belongs to`() throws {
        let found = try actors("Shimizu Eiji, head of the Strategy Department at METI, spoke. METI said so.")
        let person = try #require(found.first { $0.kind == .person })
        #expect(person.role == "head")
        #expect(person.affiliation != nil)
    }

    @Test func `a title before a name leads to its state`() throws {
        let found = try actors("Ukraine will act. Ukrainian President Olena Bondar said so.")
        let person = try #require(found.first { $0.kind == .person })
        #expect(person.role == "President")
        #expect(person.affiliation == found.first { $0.canonicalName == "Ukraine" }?.label)
    }

    @Test(arguments: [
        ("Trade and Tourism Minister Craig Berg said so.", "Craig Berg", "Trade and Tourism Minister"),
        ("The Hon Craig Berg MP, Treasurer of Kenya, said so.", "Craig Berg", "Treasurer"),
        ("Foreign Minister Anna Berg of Kenya met Kenya's envoy. Berg said so.", "Anna Berg", "Foreign Minister"),
        ("Prime Minister Najib Tun Berg said so.", "Najib Tun Berg", "Prime Minister"),
        ("Senate Majority Leader Anna Berg said so.", "Anna Berg", "Majority Leader"),
    ])
    func `a name ends where the office begins`(text: String, name: String, role: String) throws {
        let person = try #require(try actors(text).first { $0.kind == .person })
        #expect(person.canonicalName == name)
        #expect(person.role == role)
    }

    @Test func `the author of a statement is named by its title`() throws {
        let found = try actors("I have decided to act.", title: "Statement by President Anna Berg on the Port")
        #expect(found.map(\.canonicalName) == ["Anna Berg"])
        #expect(try actors("Kenya will act.", title: "Statements by Many on the Port").map(\.kind) == [.country])
    }

    @Test func `a headline shares the names of the text`() throws {
        let found = try actors("Kioxia will invest, it said.", title: "KIOXIA to Invest in Vietnam")
        #expect(found.first?.names == ["KIOXIA", "Kioxia"])
    }

    @Test func `labels count up and mentions lie in the text`() throws {
        let article = SampleArticle.article(["Japan and Kenya agreed to act. Kenya will pay Japan."])
        let reading = try Self.reader.get().read(article)
        #expect(reading.actors.map(\.label.number) == Array(1...reading.actors.count))
        let bytes = Array(article.text.utf8)
        for actor in reading.actors {
            for mention in actor.mentions {
                #expect(actor.names.contains(String(decoding: bytes[mention.range], as: UTF8.self)))
            }
        }
    }
}
