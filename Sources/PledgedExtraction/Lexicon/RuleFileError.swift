/// A rule or a word list that cannot be used, and where it stands.
public struct RuleFileError: Error, Hashable, Sendable, CustomStringConvertible {
    public let file: String
    /// Counted from 1.
    public let line: Int
    /// What is wrong and what to do about it.
    public let reason: String

    public init(file: String, line: Int, reason: String) {
        self.file = file
        self.line = line
        self.reason = reason
    }

    public var description: String { "\(file), line \(line): \(reason)" }
}
