internal import GRDB
internal import PledgedCore

/// What counts of a telling for its pledge, whoever is party to it.
struct CountedTelling {
    let part: PledgeSummary.Part
    /// As the column keeps it.
    let kind: String
    /// Per cent.
    let confidence: Int
    /// Where it stands among the tellings of its pledge, as a column keeps it.
    let told: String

    init(_ new: NewTelling) {
        part = PledgeSummary.Part(new.telling)
        (kind, confidence, told) = (new.kind.rawValue, new.confidence, new.told)
    }

    /// Reads ``columns``.
    init(_ row: Row) throws {
        part = try PledgeSummary.Part(row)
        (kind, confidence, told) = (row["counted_kind"], row["confidence"], row["told"])
    }

    static let columns = "position, quantity, unit, deadline, said, kind AS counted_kind, confidence, told"

    /// Whether it stands before `other`.
    func precedes(_ other: CountedTelling) -> Bool { (told, part.position) < (other.told, other.part.position) }
}
