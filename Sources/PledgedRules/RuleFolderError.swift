/// A folder of rules, or a file in it, that cannot be read.
public struct RuleFolderError: Error, Hashable, Sendable, CustomStringConvertible {
    public let path: String
    /// What is wrong and what to do about it.
    public let sentence: String

    init(path: String, sentence: String) {
        self.path = path
        self.sentence = sentence
    }

    public var description: String { "\(path): \(sentence)" }
}
