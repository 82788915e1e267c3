import PledgedCore
import PledgedTesting
import Testing

@testable import pledgectl

/// What other programs make of the outputs, whatever the articles hold.
@Suite struct OtherProgramsTests {
    private static let rough = #"=x, "y"; \d <b>&amp;\ ]]> "# + "\u{1B}[31m\u{0}\u{FFFF}\r\nEND:VEVENT\nệ🙂 #*_`"

    private static let rows = [
        SampleRows.pledge(1, to: [SampleRows.japan]),
        SampleRows.pledge(
            2,
            by: [ActorReference(id: 9, name: rough)],
            byText: rough,
            action: rough,
            quantity: Quantity(value: 2.5, unit: rough),
            deadline: .month(2, of: 2028),
            status: .withdrawn,
            quote: String(repeating: rough, count: 20)
        ),
        SampleRows.pledge(3, by: [], deadline: nil, status: .overdue),
    ]

    private func python(_ script: String, _ input: String) async throws -> [String] {
        let result = try await Program.run("/usr/bin/python3", ["-c", script], input: input)
        #expect(result.errors == "")
        return result.output.split(separator: "\n").map(String.init)
    }

    @Test func `a calendar program reads the deadlines`() async throws {
        let script = """
            import sys, icalendar
            calendar = icalendar.Calendar.from_ical(sys.stdin.buffer.read())
            for event in calendar.walk('VEVENT'):
                assert not event.errors, event.errors
                print(event['UID'], event['DTSTART'].dt, event['DTSTAMP'].dt.date(), event['STATUS'])
                print(repr(str(event['SUMMARY'])))
                print(str(event['DESCRIPTION']).count('\\n'))
            """
        let lines = try await python(script, CalendarText.document(Self.rows))
        #expect(lines.count == 6)
        #expect(lines[0] == "pledge-1@pledged 2030-12-31 2026-01-03 CONFIRMED")
        #expect(lines[1] == "'Việt Nam: train 50,000 engineers'")
        #expect(lines[2] == "4")
        #expect(lines[3] == "pledge-2@pledged 2028-02-29 2026-01-03 CANCELLED")
        // What Python prints doubles the backslashes.
        #expect(lines[4].contains(#"=x, "y"; \\d <b>&amp;\\ ]]> \\u{1B}[31m\\u{0}"#), "\(lines[4])")
        #expect(lines[5] == "3")
    }

    @Test func `a reader of CSV gets every field`() async throws {
        let script = """
            import sys, io, csv
            text = io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8', newline='')
            for row in csv.DictReader(text, strict=True):
                print(row['pledge'], row['quantity'], row['deadline_last_day'], row['confidence'], sep='|')
                print(row['action'])
            """
        let lines = try await python(script, PledgesOutput.csv(Self.rows))
        #expect(lines.count == 6)
        #expect(lines[0] == "1|50000|2030-12-31|80")
        #expect(lines[2] == "2|2.5|2028-02-29|80")
        #expect(lines[3] == "'" + PlainText.line(Self.rough))
        #expect(lines[4] == "3|50000||80")
    }

    @Test func `Graphviz draws the graph`() async throws {
        let result = try await Program.run("/usr/bin/dot", ["-Tplain"], input: DOTText.document(Self.rows))
        #expect(result.status == 0)
        #expect(result.errors == "")
        let lines = result.output.split(separator: "\n")
        let graph = PledgeGraph(Self.rows)
        #expect(lines.count { $0.hasPrefix("node ") } == graph.nodes.count)
        #expect(lines.count { $0.hasPrefix("edge ") } == graph.edges.count)
    }

    @Test func `an XML reader takes the graph`() async throws {
        let text = GraphMLText.document(Self.rows)
        let query = "string(//*[local-name()='edge'][last()]/*[@key='status'])"
        let result = try await Program.run("/usr/bin/xmllint", ["--xpath", query, "-"], input: text)
        #expect(result.status == 0)
        #expect(result.errors == "")
        #expect(result.output == "overdue\n")
    }
}
