internal import GRDB

/// The conditions of a query, all of which must hold, with their values bound in order.
struct Conditions {
    private var parts: [String] = []
    private(set) var values: [(any DatabaseValueConvertible)?] = []

    mutating func require(_ sql: String, _ values: (any DatabaseValueConvertible)?...) {
        parts.append("(\(sql))")
        self.values += values
    }

    /// `WHERE …`, or nothing.
    var clause: String { parts.isEmpty ? "" : "WHERE " + parts.joined(separator: " AND ") }

    /// A pattern for `LIKE … ESCAPE '\'` that finds `text` anywhere, folded.
    static func containing(_ text: String) -> String {
        var pattern = "%"
        for character in Folding.line(text).unicodeScalars {
            if character == "%" || character == "_" || character == "\\" { pattern += "\\" }
            pattern.unicodeScalars.append(character)
        }
        return pattern + "%"
    }
}
