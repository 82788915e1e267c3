import PledgedArticles
import PledgedCore
import Testing

@Suite struct `Blocks` {
    @Test func `tell the story from what surrounds it`() throws {
        let article = try article(
            """
            FOR IMMEDIATE RELEASE

            Clinics to open in the north

            PORT MELL – Lorandia will build three clinics in the north by 2027, the ministry said.

            (Photo: Port Mell Wire) The minister at the site of the first clinic.

            Where they go

            - one in Ansa, to be opened in May;
            • one in Bree.

            Nurses will be hired by December. — VNS

            About Mell Care
            Mell Care runs forty clinics.

            Contacts:
            Ada Menk, +1 555
            """
        )
        #expect(article.texts(.header) == ["FOR IMMEDIATE RELEASE"])
        #expect(article.texts(.title) == ["Clinics to open in the north"])
        #expect(article.texts(.dateline) == ["PORT MELL –"])
        #expect(article.texts(.caption) == ["(Photo: Port Mell Wire) The minister at the site of the first clinic."])
        #expect(article.texts(.heading) == ["Where they go"])
        #expect(article.texts(.listItem) == ["- one in Ansa, to be opened in May;", "• one in Bree."])
        #expect(article.texts(.signOff) == ["— VNS"])
        #expect(article.texts(.boilerplate).first == "About Mell Care")
        #expect(article.texts(.boilerplate).count == 4)
        #expect(article.texts(.paragraph).last == "Nurses will be hired by December.")
    }

    @Test(arguments: [
        ("Trains run. — VNS", "— VNS", "VNS"), ("Trains run. Enditem", "Enditem", nil), ("Entry is free./.", "/.", nil),
        ("Trains run. (PTI)", "(PTI)", "PTI"), ("Trains run. PTI", "PTI", "PTI"),
        ("Trains run. - VNA/VNS", "- VNA/VNS", "VNA/VNS"),
        ("Trains run. -- Bernama", "-- Bernama", "Bernama"),
    ])
    func `split a sign-off from the last sentence`(end: String, signOff: String, source: String?) throws {
        let article = try article("Clinics to open\n\n\(story)\n\nThe minister was asked about transport. \(end)")
        #expect(article.texts(.signOff) == [signOff])
        #expect(article.header.source == source)
    }

    @Test(arguments: ["ENDS", "###", "-30-", "--"])
    func `call everything after the end boilerplate`(mark: String) throws {
        let article = try article(
            "Clinics to open\n\n\(story)\n\n\(mark)\n\nYou receive this because you subscribed to it."
        )
        #expect(article.texts(.signOff) == [mark])
        #expect(article.texts(.boilerplate) == ["You receive this because you subscribed to it."])
    }

    @Test func `keep prose that begins with About`() throws {
        let article = try article("Clinics to open\n\n\(story)\n\nAbout 2,100 people came on the first day, it said.")
        #expect(article.texts(.boilerplate).isEmpty)
    }

    @Test func `join lines that were wrapped, and only those`() throws {
        let wrapped = """
            HEALTH WEEKLY
            10 July 2024

            PORT MELL -- Lorandia will build three clinics in the northern
            province by 2027, the health ministry said on Tuesday, and asked
            donors for help. The plan was announced after a meeting in the
            capital.

            Officials promised forty million dollars for it.
            """
        let paragraphs = try article(wrapped).texts(.paragraph)
        #expect(paragraphs.count == 2)
        #expect(paragraphs.first?.hasSuffix("in the\ncapital.") == true)
        let lines =
            "First it will build three clinics.\nThen it will hire the nurses.\nAt last it will open the doors to all."
        #expect(try article(lines).texts(.paragraph).count == 3)
    }
}
