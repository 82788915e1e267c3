import Testing

@testable import PledgedLanguage

/// What the first pass found in each sentence, and what the document as a whole says.
@Suite struct NameAgreementTests {
    @Test(arguments: [
        ("[[PER Trần Văn Dũng]] signed. Dũng left.", "[[PER Trần Văn Dũng]] signed. [[PER Dũng]] left."),
        ("[[PER Ana Lima]] signed. Mayor Lima left.", "[[PER Ana Lima]] signed. Mayor [[PER Lima]] left."),
        ("[[PER Kil Byeong-tae]] signed. [[LOC Kil]] left.", "[[PER Kil Byeong-tae]] signed. [[PER Kil]] left."),
        (
            "[[PER Pieter van der Meulen]] signed. Then van der Meulen left.",
            "[[PER Pieter van der Meulen]] signed. Then [[PER van der Meulen]] left."
        ),
    ])
    func `knows a person by a part of the name`(found: String, names: String) throws {
        #expect(try NameSample(found).agreed() == names)
    }

    @Test(arguments: [
        ("[[ORG Kioxia]] grows. Shares of Kioxia fell.", "[[ORG Kioxia]] grows. Shares of [[ORG Kioxia]] fell."),
        (
            "[[ORG Kioxia]] and [[ORG Kioxia]] met [[LOC Kioxia]].",
            "[[ORG Kioxia]] and [[ORG Kioxia]] met [[ORG Kioxia]]."
        ),
        (
            "[[ORG Solar Bank]] grows. The Solar Bank said so.",
            "[[ORG Solar Bank]] grows. The [[ORG Solar Bank]] said so."
        ),
    ])
    func `finds a name that was seen once`(found: String, names: String) throws {
        #expect(try NameSample(found).agreed() == names)
    }

    @Test(arguments: [
        "[[ORG Lanterns]] sell. The lanterns are red. Then Lanterns fell.",
        "[[PER Ana Monday]] came. On Monday it rained.",
        "[[ORG Kioxia]] grows. The Kioxia Cup is on.",
    ])
    func `leaves common words alone`(found: String) throws { #expect(try NameSample(found).agreed() == found) }

    @Test(arguments: [
        (
            "The [[ORG Bank of Ostland]] (BoO) opened. [[PER BoO]] lends.",
            "The [[ORG Bank of Ostland]] ([[ORG BoO]]) opened. [[ORG BoO]] lends."
        ),
        (
            "It burns sustainable aviation fuel ([[ORG SAF]]). [[ORG SAF]] is dear.",
            "It burns sustainable aviation fuel (SAF). SAF is dear."
        ),
    ])
    func `takes letters in brackets for what they are short for`(found: String, names: String) throws {
        #expect(try NameSample(found).agreed() == names)
    }

    @Test(arguments: [
        ("[[PER Minister Ana Lima]] left.", "Minister [[PER Ana Lima]] left."),
        ("[[ORG The Solar Bank's]] chief left.", "The [[ORG Solar Bank]]'s chief left."),
        ("It moved to The [[LOC Hague]].", "It moved to [[LOC The Hague]]."),
        ("Then [[PER Kil Byeong]]-tae left.", "Then [[PER Kil Byeong-tae]] left."),
        ("It is [[ORG Lima & Sons]] AS.", "It is [[ORG Lima & Sons AS]]."),
        (
            "The [[ORG European Union's Fishery Council]] met.",
            "The [[ORG European Union]]'s [[ORG Fishery Council]] met."
        ),
        ("The [[ORG Solar Act]] passed.", "The Solar Act passed."),
        ("About [[ORG Solar Bank\nFounded]] in 1911.", "About [[ORG Solar Bank]]\nFounded in 1911."),
        ("[[PER Minh]] & Sons lost.", "[[ORG Minh & Sons]] lost."),
        ("They climb [[PER Mount Linh]].", "They climb [[LOC Mount Linh]]."),
        ("Then [[PER Kao Shih]]-ting left.", "Then [[PER Kao Shih-ting]] left."),
        ("The [[PER Osaka-Hue]] line opens.", "The [[LOC Osaka]]-[[LOC Hue]] line opens."),
        ("It ships [[ORG LNG]].", "It ships LNG."),
        ("Truckers in [[PER Kayes]] wait.", "Truckers in [[LOC Kayes]] wait."),
        ("The minister for [[ORG Foreign Trade]] left.", "The minister for Foreign Trade left."),
        ("The [[ORG Ostland Embassy]] in [[CTRY Japan]] shut.", "The [[ORG Ostland Embassy in Japan]] shut."),
    ])
    func `sets the borders of a name`(found: String, names: String) throws {
        #expect(try NameSample(found).agreed() == names)
    }

    @Test(arguments: [
        ("It sells to [[LOC Việt Nam]].", "It sells to [[CTRY Việt Nam]]."),
        ("It sells to [[CTRY Osaka]].", "It sells to [[LOC Osaka]]."),
        ("It sells to [[LOC Georgia]].", "It sells to [[LOC Georgia]]."),
    ])
    func `knows the states by a closed list`(found: String, names: String) throws {
        #expect(try NameSample(found).agreed() == names)
    }

    @Test func `reads a headline by what the body says`() throws {
        let text = """
            [[ORG Ninh Hoa Farmers Learn]] To Sell

            Farmers in [[LOC Ninh Hoa]] sell well. Nobody in [[LOC Ninh Hoa]] minds.
            """
        #expect(try NameSample(text).agreed().hasPrefix("[[LOC Ninh Hoa]] Farmers Learn To Sell\n"))
    }

    @Test func `gives names in order that do not overlap`() throws {
        let text =
            "[[PER Ana Lima]], [[ORG Lima Bank]] (LB) and [[LOC Lima]] met Lima. LIMA BANK GROWS. Lima-Lima said."
        var sample = try NameSample(text)
        let gazetteer = try Gazetteer(NameSample.model())
        var agreement = NameAgreement(sample.document, NameClues(sample.document, gazetteer), gazetteer)
        sample.document.setNames(agreement.names(sample.names))
        for (name, next) in zip(sample.document.names, sample.document.names.dropFirst()) {
            #expect(name.span.end <= next.span.start)
        }
    }
}
