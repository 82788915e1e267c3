import PledgedCore

/// A graph of pledges as GraphML.
enum GraphMLText {
    static func document(_ pledges: [PledgeRow]) -> String {
        let graph = PledgeGraph(pledges)
        let keys = [
            key("kind", for: "node"), key("name", for: "node"), key("pledge", for: "edge", type: "long"),
            key("pledge_kind", for: "edge"), key("action", for: "edge"), key("quantity", for: "edge", type: "double"),
            key("unit", for: "edge"), key("deadline", for: "edge"), key("status", for: "edge"),
            key("said", for: "edge"), key("article", for: "edge"), key("quote", for: "edge"),
        ]
        var lines = [
            #"<?xml version="1.0" encoding="UTF-8"?>"#, #"<graphml xmlns="http://graphml.graphdrawing.org/xmlns">"#,
        ]
        lines += keys
        lines.append(#"  <graph id="pledges" edgedefault="directed">"#)
        for node in graph.nodes { lines += Self.lines(node) }
        for (number, edge) in graph.edges.enumerated() { lines += Self.lines(edge, number: number) }
        lines += ["  </graph>", "</graphml>"]
        return lines.map { $0 + "\n" }.joined()
    }

    private static func key(_ name: String, for element: String, type: String = "string") -> String {
        #"  <key id="\#(name)" for="\#(element)" attr.name="\#(name)" attr.type="\#(type)"/>"#
    }

    private static func lines(_ node: PledgeGraph.Node) -> [String] {
        [
            #"    <node id="\#(escaped(node.id))">"#, datum("kind", node.kind.rawValue), datum("name", node.name),
            "    </node>",
        ]
    }

    private static func lines(_ edge: PledgeGraph.Edge, number: Int) -> [String] {
        let pledge = edge.pledge
        let data: [(String, String?)] = [
            ("pledge", "\(pledge.id.offset)"), ("pledge_kind", pledge.kind.rawValue), ("action", pledge.action),
            ("quantity", pledge.quantity.map { Figures.plain($0.value) }), ("unit", pledge.quantity?.unit),
            ("deadline", pledge.deadline?.description), ("status", pledge.status.rawValue),
            ("said", pledge.said?.description), ("article", pledge.article.hexadecimal), ("quote", pledge.quote),
        ]
        let head = #"<edge id="e\#(number)" source="\#(escaped(edge.source))" target="\#(escaped(edge.target))">"#
        return ["    \(head)"] + data.compactMap { name, value in value.map { datum(name, $0) } } + ["    </edge>"]
    }

    private static func datum(_ key: String, _ value: String) -> String {
        #"      <data key="\#(key)">\#(escaped(value))</data>"#
    }

    /// `text` for an element or an attribute, without the characters that XML has no place for.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in PlainText.line(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
