import PledgedCore

/// A graph of pledges in the language of Graphviz.
enum DOTText {
    static func document(_ pledges: [PledgeRow]) -> String {
        let graph = PledgeGraph(pledges)
        let lines =
            [
                "digraph pledges {", "  rankdir=LR", "  node [fontname=\"sans-serif\"]",
                "  edge [fontname=\"sans-serif\"]",
            ]
            + graph.nodes.map(line) + graph.edges.map(line) + ["}"]
        return lines.map { $0 + "\n" }.joined()
    }

    private static func line(_ node: PledgeGraph.Node) -> String {
        let shape =
            switch node.kind {
            case .actor: "ellipse"
            case .words, .nobody: "plaintext"
            case .pledge: "note"
            }
        return "  \(quoted(node.id)) [\(attributes([("label", node.name), ("shape", shape)]))]"
    }

    private static func line(_ edge: PledgeGraph.Edge) -> String {
        let pledge = edge.pledge
        var pairs = [
            ("label", label(pledge)), ("pledge", "\(pledge.id.offset)"), ("kind", pledge.kind.rawValue),
            ("action", pledge.action),
        ]
        if let quantity = pledge.quantity { pairs.append(("quantity", Figures.quantity(quantity))) }
        if let deadline = pledge.deadline { pairs.append(("deadline", "\(deadline)")) }
        pairs.append(("status", pledge.status.rawValue))
        if let color = color(pledge.status) { pairs.append(("color", color)) }
        if pledge.kind == .request { pairs.append(("style", "dashed")) }
        return "  \(quoted(edge.source)) -> \(quoted(edge.target)) [\(attributes(pairs))]"
    }

    private static func label(_ pledge: PledgeRow) -> String {
        let due = pledge.deadline.map { " (due \($0))" } ?? ""
        // An arrow to a node of its own ends at the action already.
        return pledge.to.isEmpty ? "\(pledge.kind.rawValue)\(due)" : "\(pledge.action)\(due)"
    }

    private static func color(_ status: PledgeStatus) -> String? {
        switch status {
        case .overdue, .broken: "red"
        case .due: "orange"
        case .fulfilled: "darkgreen"
        case .withdrawn, .dismissed: "gray"
        case .open, .restated, .revised: nil
        }
    }

    private static func attributes(_ pairs: [(name: String, value: String)]) -> String {
        pairs.map { "\($0.name)=\(quoted($0.value))" }.joined(separator: ", ")
    }

    /// A quoted string whose every character means itself.
    static func quoted(_ text: String) -> String { "\"\(PlainText.line(text, escaping: ["\"", "\\"]))\"" }
}
