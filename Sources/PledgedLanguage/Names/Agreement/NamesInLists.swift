/// Lets names that stand in one list speak for one another: "Mashreq, Grupo Argos and Bancolombia".
struct NamesInLists {
    private let clues: NameClues

    init(_ clues: NameClues) { self.clues = clues }

    /// The names, each kind settled anew with what the whole list says; `names` in text order, not overlapping.
    func agreed(_ names: [FoundName]) -> [FoundName] {
        var names = names
        var start = 0
        while start < names.count {
            var end = start + 1
            while end < names.count, isListed(names[end - 1].span.end, names[end].span.start) { end += 1 }
            if end - start > 1 { agree(&names[start..<end]) }
            start = end
        }
        return names
    }

    /// Whether nothing but commas and "and" lie between.
    private func isListed(_ start: Int, _ end: Int) -> Bool {
        guard start < end, end - start <= 2, clues.runs[start].sentence.contains(end) else { return false }
        return (start..<end).allSatisfy { token in
            switch clues.tokens[token].form {
            case ",", "and", "or", "/", ";": true
            default: false
            }
        }
    }

    /// Persons are left alone: "Luz Echeverri, Bogotá" is no list.
    private func agree(_ names: inout ArraySlice<FoundName>) {
        let members = names.indices.filter { names[$0].kind != .person }
        guard members.count > 1 else { return }
        let sum = members.reduce(into: SIMD4<Int32>(repeating: 0)) { $0 &+= Self.leaning(names[$1].scores) }
        for index in members where clues.marks[names[index].span.start].phrases == 0 {
            let own = Self.leaning(names[index].scores)
            names[index].scores &+= (sum &- own) / Int32(members.count - 1) / 2
            names[index].settleKind()
        }
    }

    /// How much each kind is ahead of, or behind, the mean of all.
    private static func leaning(_ scores: SIMD4<Int32>) -> SIMD4<Int32> {
        let total = (0..<4).reduce(0 as Int64) { $0 + Int64(scores[$1]) }
        return scores &- Int32(total / 4)
    }
}
