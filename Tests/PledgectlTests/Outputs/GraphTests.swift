import Foundation
import PledgedCore
import PledgedTesting
import Testing

@testable import pledgectl

@Suite struct GraphTests {
    private static let rows = [
        SampleRows.pledge(1, by: [SampleRows.japan], to: [SampleRows.vietNam], action: "fund a \"port\" & <more>"),
        SampleRows.pledge(2, quantity: nil, deadline: nil, status: .overdue),
        SampleRows.pledge(3, .request, by: [SampleRows.vietNam], to: [SampleRows.japan], action: "simplify permits"),
        SampleRows.pledge(4, by: [], byText: "the two sides"), SampleRows.pledge(5, by: []),
        SampleRows.pledge(6, by: [SampleRows.japan, SampleRows.vietNam], to: [SampleRows.japan, SampleRows.vietNam]),
    ]

    @Test func `actors are nodes, and a pledge to nobody ends in a node of its own`() {
        let graph = PledgeGraph(Self.rows)
        #expect(
            graph.nodes.map(\.id) == [
                "actor:12", "actor:3", "pledge:2", "words:the two sides", "pledge:4", "nobody:5", "pledge:5",
            ]
        )
        #expect(
            graph.edges.map { "\($0.source) \($0.target) \($0.pledge.id.offset)" } == [
                "actor:12 actor:3 1", "actor:3 pledge:2 2", "actor:3 actor:12 3", "words:the two sides pledge:4 4",
                "nobody:5 pledge:5 5", "actor:12 actor:12 6", "actor:12 actor:3 6", "actor:3 actor:12 6",
                "actor:3 actor:3 6",
            ]
        )
    }

    @Test func `DOT says who, what, how many, by when, and how it stands`() {
        #expect(
            DOTText.document(Array(Self.rows[0...1])) == #"""
                digraph pledges {
                  rankdir=LR
                  node [fontname="sans-serif"]
                  edge [fontname="sans-serif"]
                  "actor:12" [label="Japan", shape="ellipse"]
                  "actor:3" [label="Việt Nam", shape="ellipse"]
                  "pledge:2" [label="train 50,000 engineers", shape="note"]
                  "actor:12" -> "actor:3" [label="fund a \"port\" & <more> (due 2030)", pledge="1", kind="plan", action="fund a \"port\" & <more>", quantity="50,000 engineers", deadline="2030", status="open"]
                  "actor:3" -> "pledge:2" [label="plan", pledge="2", kind="plan", action="train 50,000 engineers", status="overdue", color="red"]
                }

                """#
        )
    }

    @Test(arguments: [
        (#"a\"#, #""a\\""#), ("a\nb", "\"a b\""), (#"\N"#, #""\\N""#), ("\"\u{301}", "\"\\\"\u{301}\""),
    ])
    func `a quoted string means itself`(text: String, quoted: String) {
        #expect(DOTText.quoted(text) == quoted)
    }

    @Test func `GraphML holds the same graph`() throws {
        let text = GraphMLText.document(Self.rows)
        #expect(text.contains(#"<edge id="e0" source="actor:12" target="actor:3">"#))
        #expect(text.contains(#"<data key="action">fund a &quot;port&quot; &amp; &lt;more&gt;</data>"#))
        #expect(text.contains(#"<data key="quantity">50000</data>"#))
        #expect(text.split(separator: "<node ").count - 1 == PledgeGraph(Self.rows).nodes.count)
        #expect(text.split(separator: "<edge ").count - 1 == PledgeGraph(Self.rows).edges.count)
    }

    @Test func `GraphML is XML whatever the articles hold`() throws {
        let rough = "\u{0}\u{1B}]]>\u{FFFE}\u{FFFF}<!--&amp;'\"\u{85}\u{2028}"
        let row = SampleRows.pledge(by: [], byText: rough, action: rough, quote: rough)
        for scalar in GraphMLText.document([row]).unicodeScalars {
            let isAllowed =
                switch scalar.value {
                case 0xA, 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
                default: false
                }
            #expect(isAllowed, "U+\(String(scalar.value, radix: 16))")
        }
        #expect(!GraphMLText.escaped(rough).contains("<"))
    }
}
