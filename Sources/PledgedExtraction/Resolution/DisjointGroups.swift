/// Groups of numbers that only ever grow together; a group is named by its smallest member.
struct DisjointGroups: Sendable {
    private var parents: [Int]

    /// The numbers from 0 up to `count`, each a group of its own.
    init(count: Int) { parents = Array(0..<count) }

    func first(of member: Int) -> Int {
        var member = member
        while parents[member] != member { member = parents[member] }
        return member
    }

    mutating func join(_ one: Int, _ other: Int) {
        let (a, b) = (first(of: one), first(of: other))
        let (keep, drop) = (min(a, b), max(a, b))
        parents[drop] = keep
        // Short ways to the first keep later look-ups cheap.
        for start in [one, other] {
            var member = start
            while parents[member] != keep {
                let next = parents[member]
                parents[member] = keep
                member = next
            }
        }
    }
}
