import PledgedCore
import Testing

@testable import PledgedArticles

@Suite struct `Datelines` {
    struct Example: Sendable, CustomTestStringConvertible {
        let line: String
        var place: String?
        var source: String?
        var date: String?
        var testDescription: String { line }

        init(_ line: String, _ place: String?, _ source: String? = nil, _ date: String? = nil) {
            (self.line, self.place, self.source, self.date) = (line, place, source, date)
        }
    }

    @Test(arguments: [
        Example("HANOI, May 8 (Xinhua) --", "HANOI", "Xinhua"),
        Example("SEOUL, June 13 (Yonhap) --", "SEOUL", "Yonhap"),
        Example("HIROSHIMA, Japan, May 20 (Kyodo) --", "HIROSHIMA, Japan", "Kyodo"),
        Example("BAKU, Azerbaijan (AP) —", "BAKU, Azerbaijan", "AP"),
        Example("ST. LOUIS (AP) —", "ST. LOUIS", "AP"),
        Example("SEOUL/TAIPEI, April 25 (Reuters) -", "SEOUL/TAIPEI", "Reuters"),
        Example("July 10 (Reuters) -", nil, "Reuters"),
        Example("Grenoble (France), Sept 26, 2024 (AFP) -", "Grenoble (France)", "AFP", "2024-09-26"),
        Example("Paris, France | AFP |", "Paris, France", "AFP"),
        Example("New Delhi [India], December 18 (ANI):", "New Delhi [India]", "ANI"),
        Example("KUALA LUMPUR, Sept 12 2025 (Bernama) --", "KUALA LUMPUR", "Bernama", "2025-09-12"),
        Example("Taipei, Oct. 7, 2025 (CNA)", "Taipei", "CNA", "2025-10-07"),
        Example("Hanoi (VNA) –", "Hanoi", "VNA"),
        Example("VNA - Hanoi, July 10 -", "Hanoi", "VNA"),
        Example("HÀ NỘI —", "HÀ NỘI"),
        Example("BÀ RỊA–VŨNG TÀU —", "BÀ RỊA–VŨNG TÀU"),
        Example("VIETNAM, July 10 - TOKYO —", "TOKYO"),
        Example(
            "HO CHI MINH CITY, Vietnam, Oct. 8, 2024 /PRNewswire/ --",
            "HO CHI MINH CITY, Vietnam",
            "PRNewswire",
            "2024-10-08"
        ),
        Example("SAN JOSE, Calif.--(BUSINESS WIRE)--", "SAN JOSE, Calif.", "BUSINESS WIRE"),
        Example(
            "SAN JOSE, Calif., July 10, 2024 (GLOBE NEWSWIRE) --",
            "SAN JOSE, Calif.",
            "GLOBE NEWSWIRE",
            "2024-07-10"
        ),
        Example(
            "VANCOUVER, British Columbia--(Newsfile Corp. - July 10, 2024) -",
            "VANCOUVER, British Columbia",
            "Newsfile Corp.",
            "2024-07-10"
        ),
        Example(
            "HONG KONG SAR - Media OutReach Newswire - 10 July 2024 -",
            "HONG KONG SAR",
            "Media OutReach Newswire",
            "2024-07-10"
        ),
        Example("MOSCOW, July 10. /TASS/.", "MOSCOW", "TASS"),
        Example("MOSCOW. July 10 (Interfax) -", "MOSCOW", "Interfax"),
        Example("(ANSA) - ROME, JUL 10 -", "ROME", "ANSA"),
        Example("Madrid, 10 Jul (EFE).-", "Madrid", "EFE"),
        Example("New Delhi, Jul 10 (PTI)", "New Delhi", "PTI"),
        Example("Riyadh, July 10, 2024, SPA --", "Riyadh", "SPA", "2024-07-10"),
        Example("ABU DHABI, 10th July, 2024 (WAM) --", "ABU DHABI", "WAM", "2024-07-10"),
        Example("Tehran, IRNA –", "Tehran", "IRNA"),
        Example("MANILA, January 30, 2024—", "MANILA", nil, "2024-01-30"),
        Example("MANILA, PHILIPPINES (10 July 2024) —", "MANILA, PHILIPPINES", nil, "2024-07-10"),
        Example("Washington, DC – July 10, 2024:", "Washington, DC", nil, "2024-07-10"),
        Example("HSINCHU, Taiwan, R.O.C., Jul. 10, 2024 –", "HSINCHU, Taiwan, R.O.C.", nil, "2024-07-10"),
        Example("VELDHOVEN, the Netherlands, July 10, 2024 –", "VELDHOVEN, the Netherlands", nil, "2024-07-10"),
        Example("July 10, 2024 – Tokyo, Japan –", "Tokyo, Japan", nil, "2024-07-10"),
        Example("10 July 2024 | Geneva –", "Geneva", nil, "2024-07-10"),
        Example("Port-au-Prince, July 10 (Prensa Latina)", "Port-au-Prince", "Prensa Latina"),
        Example("TEMPE, Arizona, and BAC NINH, Vietnam –", "TEMPE, Arizona, and BAC NINH, Vietnam"),
        Example("HÀ NỘI/SEOUL/TOKYO —", "HÀ NỘI/SEOUL/TOKYO"),
        Example("Santiago, 30 December.", "Santiago"),
        Example("SEONGNAM and NHA TRANG --", "SEONGNAM and NHA TRANG"),
        Example("NUKU'ALOFA, Tonga (AP) —", "NUKU'ALOFA, Tonga", "AP"),
        Example("**GANDHINAGAR, April 3** —", "GANDHINAGAR"),
        Example("[NAIROBI]", "NAIROBI"), Example("ISLAMABAD:", "ISLAMABAD"), Example("Dubai:", "Dubai"),
        Example("PHOENIX –", "PHOENIX"), Example("BAGHDAD -", "BAGHDAD"), Example("Taipei, Taiwan —", "Taipei, Taiwan"),
    ])
    func `say where, when and by whom a story was filed`(example: Example) throws {
        let text = SourceText("\(example.line) \(story)")
        let dateline = try #require(DatelineParser(text, in: text.whole).dateline())
        #expect(dateline.place == example.place)
        #expect(dateline.source == example.source)
        if let date = example.date {
            let day = try EDTFDate(parsing: date).firstDay
            #expect(dateline.date == day.map(StatedDate.day))
        }
        #expect(text.string(dateline.end..<text.bytes.count) == story)
    }

    @Test(arguments: [
        "Samsung – the biggest chipmaker – is to build three plants, officials said on Tuesday.",
        "TSMC — the world's biggest chipmaker — will build a plant there, officials said on Tuesday.",
        "Vietnam: The country will build three plants in the region, officials said on Tuesday.",
        "NATO: Members will meet on Tuesday to promise more money, officials said yesterday.",
        "Critics say the plan - drawn up in haste - will fail, and they asked the minister to resign.",
        "“We will build,” said Minister An Le – who took office in May – at a briefing in the city.",
        "The Ministry of Land, Transport and Tourism (MLIT) announced that it will build three clinics.",
        "The Associated Press (AP) said on Tuesday that it will build three clinics in the north.",
        "EXCLUSIVE — Lorandia will build three clinics in the northern province, officials said.",
    ])
    func `are not made of a sentence's own words`(line: String) {
        let text = SourceText(line)
        #expect(DatelineParser(text, in: text.whole).dateline() == nil)
    }

    @Test(arguments: [
        ("Clinics to open\n\nPORT MELL, July 10 (Reuters) - \(story)\n\n© 2024 Thomson Reuters.", "a.txt"),
        ("Clinics to open\n\nPORT MELL, July 10 (Reuters) - \(story)", "2024-07-10-clinics.txt"),
        ("Clinics to open\n\nMedia Note, July 2024\n\nPORT MELL, July 10 — \(story)", "a.txt"),
    ])
    func `take the year from other evidence`(text: String, fileName: String) throws {
        #expect(try article(text, fileName: fileName).header.date == CalendarDate(year: 2024, month: 7, day: 10))
    }

    @Test(arguments: ["clinics.txt", "2024-07-11-clinics.txt"])
    func `without a year give no date where nothing else does`(fileName: String) throws {
        let article = try article("Clinics to open\n\nPORT MELL, July 10 (Reuters) - \(story)", fileName: fileName)
        #expect(article.header.date == nil)
        #expect(article.notes.contains(.noDate))
    }
}
