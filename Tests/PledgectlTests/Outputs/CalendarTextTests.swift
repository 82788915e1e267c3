import PledgedCore
import PledgedTesting
import Testing

@testable import pledgectl

@Suite struct CalendarTextTests {
    /// The content lines, put together byte by byte as RFC 5545 has it.
    private static func unfolded(_ text: String) -> [String] {
        var lines: [[UInt8]] = []
        for line in text.utf8.split(separator: 10) {
            let bytes = line.dropLast(line.last == 13 ? 1 : 0)
            if bytes.first == 32, !lines.isEmpty {
                lines[lines.count - 1] += bytes.dropFirst()
            } else {
                lines.append(Array(bytes))
            }
        }
        return lines.map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `a deadline is an all-day event on its last day`() {
        let id = Sample.article.hexadecimal
        let row = SampleRows.pledge(to: [SampleRows.japan], status: .due)
        let expected = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//pledged//pledgectl//EN
            CALSCALE:GREGORIAN
            BEGIN:VEVENT
            UID:pledge-42@pledged
            DTSTAMP:20260103T000000Z
            DTSTART;VALUE=DATE:20301231
            SUMMARY:Việt Nam: train 50\\,000 engineers
            DESCRIPTION:“plans to train 50\\,000 engineers by 2030”\\nTo Japan.\\nQuantity: 50\\,000 engineers.\\nSaid \
            2024-07-09\\, due 2030\\, due.\\nPledge 42\\, article \(id).
            STATUS:CONFIRMED
            CATEGORIES:plan,due
            TRANSP:TRANSPARENT
            END:VEVENT
            END:VCALENDAR

            """
        #expect(Self.unfolded(CalendarText.document([row])) == expected.split(separator: "\n").map(String.init))
    }

    @Test func `what has no last day is no event, and no event is no calendar`() {
        let rows = [SampleRows.pledge(deadline: nil), SampleRows.pledge(deadline: EDTFDate(.year(2030), to: .open))]
        #expect(CalendarText.document(rows) == "")
    }

    @Test(arguments: [(PledgeStatus.withdrawn, "CANCELLED"), (.dismissed, "CANCELLED"), (.overdue, "CONFIRMED")])
    func `what was withdrawn is cancelled`(status: PledgeStatus, word: String) {
        #expect(CalendarText.document([SampleRows.pledge(status: status)]).contains("\r\nSTATUS:\(word)\r\n"))
    }

    @Test(arguments: [1, 7, 1337] as [UInt64])
    func `every line is short, whole UTF-8, and one again when unfolded`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let letters = ["a", "ệ", "→", "🙂", ",", "e\u{301}", " ", "\\", ";"]
        for _ in 0..<200 {
            let line = (0..<Int.random(in: 0...300, using: &random)).map { _ in
                letters.randomElement(using: &random) ?? ""
            }.joined()
            let folded = Array(CalendarText.folded(line).utf8)
            #expect(folded.suffix(2) == [13, 10])
            for piece in folded.dropLast(2).split(separator: 13, omittingEmptySubsequences: false) {
                let bytes = piece.first == 10 ? piece.dropFirst() : piece
                #expect(bytes.count <= 75)
                #expect(String(validating: bytes, as: UTF8.self) != nil)
            }
            #expect(Self.unfolded(CalendarText.folded(line)) == [line])
        }
    }

    @Test func `text cannot begin a property of its own`() throws {
        let quote = "x\r\nEND:VEVENT\nATTACH:http\u{0},;\\n"
        let lines = Self.unfolded(CalendarText.document([SampleRows.pledge(action: quote, quote: quote)]))
        #expect(lines.count { $0 == "END:VEVENT" } == 1)
        #expect(!lines.contains { $0.hasPrefix("ATTACH") })
        #expect(lines.contains { $0.hasPrefix(#"SUMMARY:Việt Nam: x END:VEVENT ATTACH:http\\u{0}\,\;\\n"#) })
    }
}
