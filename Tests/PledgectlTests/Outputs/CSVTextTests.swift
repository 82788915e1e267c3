import PledgedCore
import Testing

@testable import pledgectl

@Suite struct CSVTextTests {
    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""),
        ("two\r\nlines", "two lines"), ("a,\u{308}b", "\"a,\u{308}b\""), ("\"\u{301}", "\"\"\"\u{301}\""),
    ])
    func `a field is quoted where it needs to be`(text: String, field: String) {
        #expect(CSVText.field(text) == field)
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+SUM(A1)", "'+SUM(A1)"), ("-5%", "'-5%"), ("@here", "'@here"), (" =1", "'=1"),
        ("\t=1", "'=1"), ("=A1,B1", "\"'=A1,B1\""), ("＝1", "'＝1"), ("-inf", "'-inf"), ("-0x1", "'-0x1"),
    ])
    func `no spreadsheet computes a field`(text: String, field: String) {
        #expect(CSVText.field(text) == field)
    }

    @Test(arguments: ["-5", "+5", "-2.5", "-1e9", "1=1", "a+b", "50000"])
    func `numbers stay numbers`(text: String) {
        #expect(CSVText.field(text) == text)
    }

    @Test func `a document is as RFC 4180 has it`() {
        let text = CSVText.document(["a", "b"], [["1", "x, y"], ["", "\u{1B}[31m"]])
        #expect(text == "a,b\r\n1,\"x, y\"\r\n,\\u{1B}[31m\r\n")
        #expect(CSVText.document(["a"], []) == "a\r\n")
    }

    @Test func `pledges have a row each`() {
        let row = SampleRows.pledge(by: [SampleRows.vietNam, SampleRows.japan], byText: "the two", quote: "=plans, to")
        let lines = PledgesOutput.csv([row]).split(separator: "\r\n")
        let id = Sample.article.hexadecimal
        #expect(lines.count == 2)
        #expect(
            lines[1] == """
                42,plan,open,Việt Nam; Japan; the two,3; 12,,,,"train 50,000 engineers",50000,engineers,2030,2030-01-01,\
                2030-12-31,2024-07-09,2026-01-03,2,1,\(id),plan,"'=plans, to",80
                """
        )
    }

    @Test func `actors, dated happenings and changes have a row each`() {
        #expect(
            RowsOutput.csv([SampleRows.actor.actor]).split(separator: "\r\n")[1]
                == "3,country,Việt Nam,Việt Nam; Vietnam,,2,51,0,2024-07-10,2026-01-03"
        )
        let id = Sample.earlier.hexadecimal
        #expect(
            RowsOutput.csv(SampleRows.detail.evidence).split(separator: "\r\n")[1]
                == "70,2026-02,2026-02-01,2026-02-28,Việt Nam,,\(id),has trained 52,000 engineers"
                .replacing("has trained 52,000 engineers", with: "\"has trained 52,000 engineers\"")
        )
        let change = SampleRows.change(.revised, revisions: SampleRows.detail.revisions)
        #expect(RowsOutput.fields(change).count == RowsOutput.changeTitles.count)
        #expect(RowsOutput.fields(change)[0...4] == ["2026-03-31/57/42", "2026-03-31", "revised", "57", "42"])
        #expect(RowsOutput.fields(change)[10] == "quantity: 50,000 engineers -> 60,000 engineers")
    }
}
