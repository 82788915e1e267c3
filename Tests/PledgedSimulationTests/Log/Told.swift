import PledgedCore
import PledgedLog

/// What somebody has been told about a log, and so may rely on.
struct Told: Sendable {
    /// Of an entry that was to be appended.
    enum Fate: Hashable, Sendable {
        /// The append has not returned, or failed in a way that leaves it open.
        case open
        case acknowledged(at: LogPosition)
        /// It was refused, or not found by a later start: it must never come up.
        case refused
    }

    /// By number.
    var fates: [Int: Fate] = [:]
    /// The position of each entry that a start has shown to readers, by number.
    var shown: [Int: LogPosition] = [:]

    /// Says what is wrong with a log that holds just `recovered`; nil where nothing is.
    func violation(in recovered: [StoredEntry], isOrdered: Bool) -> String? {
        var positions: [Int: LogPosition] = [:]
        var last = -1
        for entry in recovered {
            guard let number = Library.shared.number(of: entry) else {
                return "at \(entry.position) stands what was never appended"
            }
            if positions.updateValue(entry.position, forKey: number) != nil { return "entry \(number) is there twice" }
            if fates[number] == .refused { return "entry \(number) was refused and is there" }
            if fates[number] == nil { return "entry \(number) is there before it was appended" }
            if isOrdered, number < last { return "entry \(number) stands behind \(last)" }
            last = number
        }
        for (number, fate) in fates.sorted(by: { $0.key < $1.key }) {
            guard case .acknowledged(let position) = fate else { continue }
            if positions[number] != position { return "entry \(number) was acknowledged at \(position) and is lost" }
        }
        for (number, position) in shown.sorted(by: { $0.key < $1.key }) where positions[number] != position {
            return "entry \(number) was shown at \(position) and is lost"
        }
        return nil
    }

    /// A start has found `recovered`, and readers see it.
    mutating func show(_ recovered: [StoredEntry]) {
        for entry in recovered {
            guard let number = Library.shared.number(of: entry) else { continue }
            shown[number] = entry.position
            if fates[number] == .open { fates[number] = .acknowledged(at: entry.position) }
        }
        for (number, fate) in fates where fate == .open { fates[number] = .refused }
    }
}
