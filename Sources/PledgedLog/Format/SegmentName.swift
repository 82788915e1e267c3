import PledgedCore

/// The name of a segment's file: the position of its first event, as 20 digits, and `.log`.
struct SegmentName: Hashable, Comparable, Sendable {
    let first: LogPosition

    var file: String { "\(first).log" }

    init(first: LogPosition) { self.first = first }

    /// Nil for any other file.
    init?(file: String) {
        guard file.hasSuffix(".log"), file.utf8.count == 24 else { return nil }
        guard let first = LogPosition(parsing: file.dropLast(4)) else { return nil }
        self.first = first
    }

    /// The name under which the `number`th torn end of this segment is kept.
    func torn(_ number: Int) -> String { "\(file).torn-\(number)" }

    /// Whether a file keeps a torn end.
    static func isTorn(_ file: String) -> Bool {
        SegmentName(file: String(file.prefix(24))) != nil && file.dropFirst(24).hasPrefix(".torn-")
    }

    static func < (a: Self, b: Self) -> Bool { a.first < b.first }
}
