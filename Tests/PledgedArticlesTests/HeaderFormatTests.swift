import PledgedArticles
import PledgedCore
import Testing

@Suite struct `Header formats` {
    struct Example: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        var title: String? = "Clinics to open in the north"
        var place: String?
        var source: String?
        var date: String? = "2024-07-10"
    }

    @Test(arguments: [
        Example(
            testDescription: "wire header with title",
            text:
                " date 2024-07-10 Submit Release\nClinics to open in the north\n\nVIETNAM, July 10 - TOKYO — \(story) — VNS",
            place: "TOKYO",
            source: "VNS"
        ),
        Example(
            testDescription: "wire header without title",
            text: " date 2024-07-10 HÀ NỘI — \(story) — VNS",
            title: nil,
            place: "HÀ NỘI",
            source: "VNS"
        ),
        Example(
            testDescription: "fields as in mail, one folded",
            text: """
                From: "Press Desk" <desk@wire.example>
                Date: Wed, 10 Jul 2024 09:15:00 +0200
                Title: Clinics to open
                 in the north
                X-Desk: 4
                Source: Port Mell Wire

                PORT MELL — \(story)
                """,
            place: "PORT MELL",
            source: "Port Mell Wire"
        ),
        Example(
            testDescription: "a single field above the title",
            text: "Date: 2024-07-10\nClinics to open in the north\n\n\(story)"
        ),
        Example(
            testDescription: "YAML front matter",
            text:
                "---\ntitle: \"Clinics to open in the north\"\ndate: 2024-07-10\ntags:\n  - health\nauthors:\n  - Ada Menk\n---\n\n\(story)",
            source: "Ada Menk"
        ),
        Example(
            testDescription: "TOML front matter",
            text:
                "+++\ntitle = 'Clinics to open in the north'\ndate = 2024-07-10T08:00:00Z\nsource = \"PTI\"\n+++\n\n\(story)",
            source: "PTI"
        ),
        Example(
            testDescription: "press release",
            text: """
                FOR IMMEDIATE RELEASE
                Wednesday, July 10, 2024

                Contact: Press Office
                press@health.example

                Clinics to open in the north

                PORT MELL – \(story)

                ###
                """,
            place: "PORT MELL"
        ),
        Example(
            testDescription: "embargo under the ministry's name",
            text:
                "PRESS RELEASE\nMinistry of Health\nEmbargoed until 06:00, Wednesday 10 July 2024\n\nClinics to open in the north\n\n\(story)\n\nENDS"
        ),
        Example(
            testDescription: "masthead",
            text: "HEALTH WEEKLY -- No. 412\nWednesday 10 July 2024\n\nClinics to open in the north\n\n\(story)"
        ),
        Example(
            testDescription: "whose release it is, in capitals",
            text:
                "THE HON ADA MENK MP\nMINISTER FOR HEALTH\n\nMEDIA RELEASE\n\n10 July 2024\n\nClinics to open in the north\n\n\(story)"
        ),
        Example(
            testDescription: "a note in brackets above the title",
            text:
                "UNITED NATIONS\nPress Release\n(For use of information media – not an official record)\n\nClinics to open in the north\n\nPORT MELL, 10 July 2024 – \(story)",
            place: "PORT MELL"
        ),
        Example(
            testDescription: "deck that ends like a sentence, and when it was published",
            text:
                "Clinics to open in the north\n\nMinister asks donors for money.\n\nPublished On 10 Jul 2024\n\n\(story)"
        ),
        Example(
            testDescription: "issuer of the release",
            text:
                "Clinics to open in the north\n\nPORT MELL, July 10, 2024 /PRNewswire/ -- \(story)\n\nAbout Mell Care\nIt runs clinics.\n\nSOURCE Mell Care",
            place: "PORT MELL",
            source: "Mell Care"
        ),
        Example(
            testDescription: "title, deck, byline with outlet, dates",
            text: """
                Clinics to open in the north

                Minister asks donors for money and promises nurses

                By Ada Menk, Reuters

                Updated 10:15 AM EDT, July 11, 2024
                Published 8:15 AM EDT, July 10, 2024

                \(story)
                """,
            source: "Reuters"
        ),
        Example(
            testDescription: "source and time between bars",
            text:
                "Clinics to open in the north\n\nSource: Xinhua | 2024-07-10 20:13:45\n\nPORT MELL, July 10 -- \(story)",
            place: "PORT MELL",
            source: "Xinhua"
        ),
        Example(
            testDescription: "place and date on a line",
            text:
                "European Commission - Press release\n\nClinics to open in the north\n\nBrussels, 10 July 2024\n\n\(story)",
            place: "Brussels"
        ),
        Example(
            testDescription: "bare ISO date, no title",
            text: "2024-07-10\n\nPORT MELL — \(story)",
            title: nil,
            place: "PORT MELL"
        ),
        Example(
            testDescription: "Markdown heading and byline",
            text:
                "# Clinics to open in the north\n\n*By Ada Menk | 10 July 2024*\n\n\(story)\n\n## Background\n\nA promise of 2020 stands.",
            source: "Ada Menk"
        ),
        Example(
            testDescription: "date in the lede only",
            text:
                "Clinics to open in the north\n\nThe minister said on July 10, 2024, that three clinics would open by 2027 in the north.\n\n\(story)"
        ),
        Example(
            testDescription: "date under the story",
            text: "Clinics to open in the north\n\n\(story)\n\nPublished: 10 July 2024"
        ),
        Example(
            testDescription: "section, title as a question",
            text: "HEALTH\n\nWill the Clinics Open?\n\n10 July 2024\n\n\(story)",
            title: "Will the Clinics Open?"
        ),
        Example(
            testDescription: "title that a bracket opens",
            text: "(LEAD) Clinics to open in the north\n\n11:20 July 10, 2024\n\nSEOUL, July 10 (Yonhap) -- \(story)",
            title: "(LEAD) Clinics to open in the north",
            place: "SEOUL",
            source: "Yonhap"
        ),
        Example(
            testDescription: "joint statement",
            text: "Joint Statement on Clinics\n\nPress Releases\n\n10 July 2024\n\n\(story)",
            title: "Joint Statement on Clinics"
        ),
        Example(
            testDescription: "what a release announces",
            text: "July 10, 2024\n\nThe following was released today:\n\nClinics to open in the north\n\n\(story)"
        ),
        Example(
            testDescription: "source with a desk's initials",
            text: "Clinics to open in the north\n\n10 Jul 2024 08:15AM\n\nSINGAPORE: \(story)\n\nSource: CNA/am",
            place: "SINGAPORE",
            source: "CNA"
        ),
        Example(
            testDescription: "letter",
            text:
                "Society for Health\n12 Harbour Road\n\n10 July 2024\n\nDear Minister,\n\n\(story)\n\nYours sincerely,\n\nAda Menk",
            title: nil
        ),
        Example(testDescription: "nothing at all", text: story, title: nil, date: nil),
    ])
    func `give date, title, place and source`(example: Example) throws {
        let header = try article(example.text).header
        #expect(header.date?.description == example.date)
        #expect(header.title == example.title)
        #expect(header.place == example.place)
        #expect(header.source == example.source)
    }

    @Test func `that give only a month keep it apart from a day`() throws {
        let article = try article(
            "Clinics to open in the north\n\nMedia Note, July 2024\n\nThey open on July 21, 2024. \(story)"
        )
        #expect(article.header.date == nil)
        #expect(article.header.period == .month(7, of: 2024))
        #expect(!article.notes.contains(.noDate))
    }

    @Test(arguments: ["\r\n", "\r"]) func `read the same with other line ends`(lineEnd: String) throws {
        let lines = "Date: 2024-07-10\nTitle: Clinics to open\n\nPORT MELL (AP) — \(story)"
        let header = try article(lines.replacing("\n", with: lineEnd)).header
        #expect(header.title == "Clinics to open")
        #expect(header.place == "PORT MELL")
        #expect(header.source == "AP")
    }
}
