/// The labels of one series, sorted by name.
struct MetricLabels: Hashable, Comparable, Sendable {
    private let pairs: [Pair]

    private struct Pair: Hashable, Comparable {
        let name: String
        let value: String

        static func < (a: Self, b: Self) -> Bool { (a.name, a.value) < (b.name, b.value) }
    }

    init(_ dimensions: [(String, String)]) {
        var values: [String: String] = [:]
        for (name, value) in dimensions { values[MetricName.label(name)] = value }
        pairs = values.map { Pair(name: $0.key, value: $0.value) }.sorted()
    }

    private init(pairs: [Pair]) { self.pairs = pairs }

    /// The same names with `other` for every value: where series go that are too many.
    var overflow: MetricLabels { MetricLabels(pairs: pairs.map { Pair(name: $0.name, value: "other") }) }

    /// `{name="value",…}`, or nothing where there are no labels.
    func rendered(adding bound: String? = nil) -> String {
        var parts = pairs.map { #"\#($0.name)="\#(MetricName.escaped($0.value))""# }
        if let bound { parts.append(#"le="\#(bound)""#) }
        return parts.isEmpty ? "" : "{\(parts.joined(separator: ","))}"
    }

    static func < (a: Self, b: Self) -> Bool { a.pairs.lexicographicallyPrecedes(b.pairs) }
}
