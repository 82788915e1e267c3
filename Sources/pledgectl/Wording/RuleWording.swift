import PledgedExtraction

/// Says in words what is wrong with a user's rules.
enum RuleWording {
    /// "rules/own.rules:7: The rule …", as editors and compilers have it.
    static func line(_ error: RuleFileError, in folder: String) -> String {
        "\(PlainText.name(folder))/\(PlainText.name(error.file)):\(error.line): \(PlainText.line(error.reason))"
    }
}
