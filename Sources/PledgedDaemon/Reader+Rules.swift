internal import PledgedExtraction
internal import PledgedRules

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
