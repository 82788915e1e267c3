/// Names in the order of their keys, the least first; equal keys in the order they came.
struct Agenda<Key: Comparable & Sendable>: Sendable {
    private struct Line: Sendable {
        let key: Key
        let arrival: UInt64
        let name: EntryName

        func isBefore(_ other: Line) -> Bool { key == other.key ? arrival < other.arrival : key < other.key }
    }

    /// A binary heap: no line comes before the one at half its place.
    private var lines: [Line] = []
    private var arrivals: UInt64 = 0

    var count: Int { lines.count }
    var first: (key: Key, name: EntryName)? { lines.first.map { ($0.key, $0.name) } }

    mutating func insert(_ name: EntryName, at key: Key) {
        arrivals += 1
        lines.append(Line(key: key, arrival: arrivals, name: name))
        var place = lines.count - 1
        while place > 0, lines[place].isBefore(lines[(place - 1) / 2]) {
            lines.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func popFirst() -> (key: Key, name: EntryName)? {
        guard let first else { return nil }
        lines.swapAt(0, lines.count - 1)
        lines.removeLast()
        sink()
        return first
    }

    mutating func removeAll() { lines.removeAll() }

    private mutating func sink() {
        var place = 0
        while true {
            var least = place
            for child in [2 * place + 1, 2 * place + 2] where child < lines.count && lines[child].isBefore(lines[least])
            {
                least = child
            }
            guard least != place else { return }
            lines.swapAt(place, least)
            place = least
        }
    }
}
