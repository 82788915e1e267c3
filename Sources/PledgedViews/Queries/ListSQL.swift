internal import GRDB

/// A list as SQL: where its rows are, which of them are wanted, and in which order.
struct ListSQL {
    /// From `SELECT` to before `FROM`.
    var columns: String
    /// From `FROM` to before `WHERE`.
    var from: String
    /// What is counted, where ``from`` joins more than the conditions need.
    var countedFrom: String?
    var conditions: Conditions
    /// Stable: what follows `ORDER BY`.
    var order: String

    var count: String { "SELECT count(*) \(countedFrom ?? from) \(conditions.clause)" }
    var rows: String { "\(columns) \(from) \(conditions.clause) ORDER BY \(order) LIMIT ? OFFSET ?" }
}
