internal import GRDB
internal import PledgedCore

/// What a row of `pledges` says, but for what brought it.
struct PledgeVersion: Hashable {
    let kind: String
    /// Without its revisions.
    let summary: PledgeSummary
    let confidence: Int
    let revisions: Int
    let resolution: String?

    init(_ summary: PledgeSummary, revisions: Int, kind: String, confidence: Int, resolution: String?) {
        (self.kind, self.confidence, self.revisions) = (kind, confidence, revisions)
        (self.summary, self.resolution) = (summary.withoutRevisions, resolution)
    }

    /// Reads a row of ``PledgeColumns/names``.
    init(_ row: Row) throws {
        let quantity: Double? = row["quantity"]
        let summary = PledgeSummary(
            first: row["first_telling"],
            said: try row.dateIfAny("said"),
            lastSaid: try row.dateIfAny("last_said"),
            quantity: quantity.map { Quantity(value: $0, unit: row["unit"] ?? "") },
            deadline: try row.edtfIfAny("deadline"),
            tellings: row["tellings"]
        )
        self.init(
            summary,
            revisions: row["revisions"],
            kind: row["kind"],
            confidence: row["confidence"],
            resolution: row["resolution"]
        )
    }

    /// Whether it says the same as `other`, be it by another telling of which the reader is surer.
    func saysTheSame(as other: PledgeVersion) -> Bool {
        let (one, two) = (summary, other.summary)
        return kind == other.kind && one.quantity == two.quantity && one.deadline == two.deadline
            && one.said == two.said
            && one.lastSaid == two.lastSaid && one.tellings == two.tellings && revisions == other.revisions
            && resolution == other.resolution
    }
}
