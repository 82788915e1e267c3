/// Hits against what was found and what should have been.
struct MatchCount {
    private var hits = 0
    private var found = 0
    private var wanted = 0

    /// Pairs each wanted item with the first free found one that matches; optional items count neither way.
    mutating func add<Wanted, Found>(
        _ wanted: [Wanted],
        _ found: [Found],
        isOptional: (Wanted) -> Bool,
        matches: (Wanted, Found) -> Bool
    ) {
        var free = Array(found.indices)
        for item in wanted.filter({ !isOptional($0) }) + wanted.filter(isOptional) {
            self.wanted += isOptional(item) ? 0 : 1
            guard let index = free.firstIndex(where: { matches(item, found[$0]) }) else { continue }
            free.remove(at: index)
            self.hits += isOptional(item) ? 0 : 1
            self.found += isOptional(item) ? 0 : 1
        }
        self.found += free.count
    }

    var precision: Double { found == 0 ? 1 : Double(hits) / Double(found) }

    var f1: Double { hits == 0 ? 0 : 2 * Double(hits) / Double(found + wanted) }
}
