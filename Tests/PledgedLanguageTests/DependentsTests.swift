import PledgedLanguage
import Testing

struct DependentsTests {
    @Test func `turns arcs round`() {
        let heads: [Int?] = [1, nil, 3, 1, 5, nil]
        let dependents = Dependents(heads.map { Arc(head: $0, relation: $0 == nil ? .root : .object) })
        #expect(heads.indices.map { Array(dependents[$0]) } == [[], [0, 3], [], [2], [], [4]])
    }

    @Test func `has nothing where there are no arcs`() {
        #expect(Dependents([])[3].isEmpty)
    }
}
