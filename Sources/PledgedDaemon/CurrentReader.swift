internal import PledgedExtraction
internal import PledgedRules
internal import Synchronization

/// The reader in use, in whose place SIGHUP may put another.
final class CurrentReader: Sendable {
    private let reader: Mutex<Reader>

    init(_ reader: Reader) { self.reader = Mutex(reader) }

    var value: Reader { reader.withLock { $0 } }

    /// Puts `new` in the place of the reader in use, where it is another.
    ///
    /// - Returns: Whether it was.
    func replace(by new: Reader) -> Bool {
        reader.withLock { reader in
            guard reader.version != new.version else { return false }
            reader = new
            return true
        }
    }
}

extension Reader {
    /// The built-in reader with what a user's folder adds; nil for no folder.
    ///
    /// - Throws: ``ConfigurationError`` that names file and line.
    init(rulesFolder: String?) throws {
        guard let rulesFolder else {
            try self.init()
            return
        }
        do {
            try self.init(adding: RuleFolder.files(in: rulesFolder))
        } catch let error as RuleFileError {
            throw ConfigurationError(place: "\(rulesFolder)/\(error.file):\(error.line)", sentence: error.reason)
        } catch let error as RuleFolderError {
            throw ConfigurationError(place: error.path, sentence: error.sentence)
        }
    }
}

extension DaemonConfiguration {
    /// Loads the reader's rules, to know that they hold.
    ///
    /// - Returns: The version of the reader that they make.
    /// - Throws: ``ConfigurationError`` that names file and line.
    public func checkRules() throws -> String { try Reader(rulesFolder: rulesFolder).version }
}
