import PledgedCore

/// Who pledged what to whom, as nodes and edges.
///
/// Actors are nodes, and a pledge is an edge from each party that it binds to each that it is made to. A pledge made to
/// nobody named ends in a node of its own; one that names nobody whom it binds begins in one of its own.
struct PledgeGraph: Hashable, Sendable {
    struct Node: Hashable, Sendable {
        enum Kind: String, Sendable {
            case actor
            /// Whom the article names in words alone.
            case words
            /// A pledge to nobody named.
            case pledge
            /// Nobody is named.
            case nobody
        }

        let id: String
        let kind: Kind
        let name: String
    }

    struct Edge: Hashable, Sendable {
        let source: String
        let target: String
        let pledge: PledgeRow
    }

    /// Each once, in the order in which the pledges name them.
    private(set) var nodes: [Node] = []
    private(set) var edges: [Edge] = []

    init(_ pledges: [PledgeRow]) {
        var known: Set<String> = []
        for pledge in pledges {
            let (sources, targets) = (Self.sources(of: pledge), Self.targets(of: pledge))
            for node in sources + targets where known.insert(node.id).inserted { nodes.append(node) }
            for source in sources {
                edges += targets.map { Edge(source: source.id, target: $0.id, pledge: pledge) }
            }
        }
    }

    private static func sources(of pledge: PledgeRow) -> [Node] {
        let actors = pledge.by.map(node)
        if let words = pledge.byText { return actors + [Node(id: "words:\(words)", kind: .words, name: words)] }
        return actors.isEmpty ? [Node(id: "nobody:\(pledge.id.offset)", kind: .nobody, name: "nobody named")] : actors
    }

    private static func targets(of pledge: PledgeRow) -> [Node] {
        let actors = pledge.to.map(node)
        return actors.isEmpty ? [Node(id: "pledge:\(pledge.id.offset)", kind: .pledge, name: pledge.action)] : actors
    }

    private static func node(_ actor: ActorReference) -> Node {
        Node(id: "actor:\(actor.id)", kind: .actor, name: actor.name)
    }
}
