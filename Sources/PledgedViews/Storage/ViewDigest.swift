public import PledgedCore

/// The digest of all views at one position: equal for equal logs, whatever the machine and the batches.
public struct ViewDigest: Hashable, Sendable {
    /// SHA-256 over every row of every table, 64 lower-case hexadecimal digits.
    public let hexadecimal: String
    /// Everything before this position is in it.
    public let position: LogPosition

    public init(hexadecimal: String, position: LogPosition) {
        self.hexadecimal = hexadecimal
        self.position = position
    }
}
