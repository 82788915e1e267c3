/// Parts a graph into what hangs together; what comes out does not depend on the order of anything.
enum Partition {
    /// The connected components that hold any of `seeds`, each sorted, in the order of their least members.
    ///
    /// - Parameters:
    ///   - seeds: where to begin.
    ///   - neighbours: gives what a node hangs together with; must be symmetric.
    /// - Returns: Each node that hangs together with a seed, once.
    /// - Throws: What `neighbours` throws.
    static func components(
        holding seeds: some Collection<Int64>,
        neighbours: (Int64) throws -> [Int64]
    ) rethrows -> [[Int64]] {
        var seen: Set<Int64> = []
        var components: [[Int64]] = []
        for seed in seeds.sorted() where seen.insert(seed).inserted {
            var component = [seed]
            var next = 0
            while next < component.count {
                for neighbour in try neighbours(component[next]) where seen.insert(neighbour).inserted {
                    component.append(neighbour)
                }
                next += 1
            }
            components.append(component.sorted())
        }
        return components.sorted { $0[0] < $1[0] }
    }
}
