import PledgedTesting
import Testing

@testable import PledgedIntake

@Suite struct `Agenda of names` {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `gives the least first, equals as they came`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let lines = (0..<500).map { (key: Int.random(in: 0..<50, using: &random), name: EntryName("\($0)")) }
        var agenda = Agenda<Int>()
        for line in lines { agenda.insert(line.name, at: line.key) }
        var names: [EntryName] = []
        while let (_, name) = agenda.popFirst() { names.append(name) }
        // The library's sort is stable.
        #expect(names == lines.sorted { $0.key < $1.key }.map(\.name))
        #expect(agenda.first == nil)
    }
}
