import PledgedCore

/// What became of one file that this program dropped.
struct DropOutcome: Encodable, Hashable, Sendable {
    /// The path that it was copied from.
    var path: String
    var file: DroppedFile
    /// Nil where nobody waited for it, or it did not come in time.
    var outcome: OutcomeKind?
    var position: LogPosition?
    var article: ArticleID?
    var revises: ArticleID?
    var reason: RejectionReason?
    var sentence: String?
    /// What was read from it.
    var facts: FactCounts?

    init(path: String, file: DroppedFile) {
        self.path = path
        self.file = file
    }

    /// One line for people, without its end.
    ///
    /// Where nothing is known, `unknown` stands in the place of the outcome.
    func line(unknown: String) -> String {
        let words = outcome?.rawValue ?? unknown
        let padding = String(repeating: " ", count: max(0, 9 - words.utf8.count))
        let parts = [
            article.map { "article \(Moments.short($0))" }, revises.map { "revises \(Moments.short($0))" },
            facts?.sentence, sentence.map { "\(PlainText.line($0))\(reason.map { " (\($0.rawValue))" } ?? "")" },
        ].compactMap { $0 }
        return ["\(words)\(padding) \(PlainText.name(file.name))"].joined() + (parts.isEmpty ? "" : ": ")
            + parts.joined(separator: ", ")
    }
}
