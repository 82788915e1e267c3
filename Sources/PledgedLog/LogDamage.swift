import PledgedCore

/// A place where the log holds something else than was written.
public struct LogDamage: Hashable, Codable, Sendable, CustomStringConvertible {
    /// The path of the segment.
    public let file: String
    /// Counted from 1; 0 where the whole file is meant.
    public let line: Int
    /// The offset of the line's first byte, counted from 0.
    public let byte: UInt64
    /// What is wrong there, as the end of a sentence.
    public let what: String

    public init(file: String, line: Int, byte: UInt64, what: String) {
        self.file = file
        self.line = line
        self.byte = byte
        self.what = what
    }

    public var description: String { "'\(file)', line \(line), byte \(byte): \(what)." }
}

extension LogError {
    /// The log does not open, or does not serve what lies there.
    init(_ damage: LogDamage) {
        self.init(
            code: .damaged,
            message: """
                The log is damaged at \(damage) Nothing was changed. Mend it with `pledgectl log repair --from COPY`, \
                or put back a whole copy of this file, or move the folder away to begin a new log.
                """,
            damage: damage
        )
    }
}

extension LogDamage {
    /// A segment does not begin where the one before it ends.
    static func gap(before path: String, first: LogPosition, expected: LogPosition) -> LogDamage {
        let what =
            first < expected
            ? "the segment before it goes on to position \(expected.offset), so the two overlap"
            : "the positions from \(expected.offset) on are missing before it"
        return LogDamage(file: path, line: 0, byte: 0, what: what)
    }

    static func empty(_ path: String) -> LogDamage {
        LogDamage(file: path, line: 0, byte: 0, what: "the segment is empty, but others follow it")
    }
}
