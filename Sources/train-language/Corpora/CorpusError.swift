/// What is wrong with a file of training or test data.
struct CorpusError: Error, Hashable, CustomStringConvertible {
    let file: String
    /// Counted from 1; 0 for the file as a whole.
    let line: Int
    let reason: String

    var description: String { line > 0 ? "\(file):\(line): \(reason)" : "\(file): \(reason)" }
}
