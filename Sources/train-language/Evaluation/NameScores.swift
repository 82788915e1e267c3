import PledgedLanguage

/// How many names a model found, kind by kind: exact spans and kinds count.
struct NameScores {
    struct Count: Hashable, Sendable {
        var right = 0
        var found = 0
        var gold = 0

        var precision: Double { found == 0 ? 0 : 100 * Double(right) / Double(found) }
        var recall: Double { gold == 0 ? 0 : 100 * Double(right) / Double(gold) }
        var measure: Double { found + gold == 0 ? 0 : 200 * Double(right) / Double(found + gold) }
    }

    /// A name, by where it lies: bytes of raw text, or tokens.
    struct Entry: Hashable, Sendable {
        let start: Int
        let end: Int
        let kind: Name.Kind
    }

    private(set) var counts: [Name.Kind: Count] = [:]
    private(set) var errors: [String] = []

    var total: Count {
        counts.values.reduce(into: Count()) { sum, count in
            sum.right += count.right
            sum.found += count.found
            sum.gold += count.gold
        }
    }

    /// Counts a document; `text` tells, for an error, what a name reads and stands in.
    mutating func add(found: [Entry], gold: [Entry], text: (Entry) -> String) {
        let (foundSet, goldSet) = (Set(found), Set(gold))
        for entry in gold {
            counts[entry.kind, default: Count()].gold += 1
            if foundSet.contains(entry) { counts[entry.kind, default: Count()].right += 1 }
        }
        for entry in found { counts[entry.kind, default: Count()].found += 1 }
        let missed = gold.filter { !foundSet.contains($0) }.map { ($0, "missed") }
        let wrong = found.filter { !goldSet.contains($0) }.map { ($0, "wrong ") }
        for (entry, sign) in (missed + wrong).sorted(by: { ($0.0.start, $0.1) < ($1.0.start, $1.1) }) {
            errors.append("\(sign) \(entry.kind.label) \(text(entry))")
        }
    }

    /// A line for each kind and one for all.
    var report: String {
        var lines: [String] = []
        for kind in Name.Kind.allCases { lines.append(Self.line(kind.label, counts[kind] ?? Count())) }
        lines.append(Self.line("all", total))
        return lines.joined(separator: "\n")
    }

    private static func line(_ label: String, _ count: Count) -> String {
        let name = label.padding(to: 5)
        return "\(name) precision \(count.precision.tenths) recall \(count.recall.tenths) F1 \(count.measure.tenths)"
            + " (\(count.gold) in gold, \(count.found) found, \(count.right) right)"
    }
}

extension Double {
    /// With one digit behind the point.
    fileprivate var tenths: String { "\((self * 10).rounded() / 10)" }
}

extension String {
    fileprivate func padding(to count: Int) -> String {
        self + String(repeating: " ", count: max(0, count - self.count))
    }
}
