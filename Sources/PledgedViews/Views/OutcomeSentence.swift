internal import PledgedCore

/// Says to a person what became of a drop.
enum OutcomeSentence {
    static func received(_ received: ArticleReceived, revising file: String?) -> String {
        let what =
            if let file {
                "'\(received.file.name)' was accepted as a corrected version of '\(file)', whose facts it replaces."
            } else {
                "'\(received.file.name)' was accepted."
            }
        return ([what] + received.article.notes.map(\.sentence)).joined(separator: " ")
    }

    static func duplicated(_ duplicated: ArticleDuplicated, of file: String) -> String {
        duplicated.file.name == file
            ? "'\(file)' holds the same bytes as when it was first accepted; nothing was read again."
            : "'\(duplicated.file.name)' holds the same bytes as '\(file)', which was accepted before; nothing was "
                + "read again."
    }
}
