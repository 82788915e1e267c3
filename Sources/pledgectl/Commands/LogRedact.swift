import ArgumentParser
import PledgedAPI

/// `pledgectl log redact`: has the daemon take an article's words out of the log.
struct LogRedact: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "redact",
        abstract: "Have the daemon take an article's words out of the log.",
        discussion: """
            Overwrites the article's text and title, and what the facts read from it quote, by spaces, in every entry of \
            the log; then the views are built anew without them, and no reader gets them any more. Names, dates, sums and \
            places stay, and so do the chain of hashes, every position and every checkpoint. An event in the log says \
            what was taken out, when, why, and who asked. It cannot be undone.

            What lies elsewhere is not touched: the file that was dropped, backups, what was exported, what subscribers \
            have kept. Exits with 2 where there is no such article, or its words were taken out before. Only the daemon's \
            own user and root may ask.

            EXAMPLES
              sudo pledgectl log redact 4171af --reason "Withdrawn by the agency on 3 May, see letter 17."
            """
    )

    @Argument(help: ArgumentHelp("The article's id, or the first digits of it, 6 at least.", valueName: "id"))
    var article: ArticleArgument

    @Option(help: ArgumentHelp("Why, for whoever reads the log later.", valueName: "sentence"))
    var reason: String

    @OptionGroup var form: JSONOption
    @OptionGroup var daemon: AdminOptions

    func validate() throws {
        if reason.allSatisfy(\.isWhitespace) { throw ValidationError("Give a reason: it stands in the log.") }
    }

    func run(on console: Console) async throws {
        let reply = try await daemon.connected { client in
            do {
                let id = try await article.resolved(by: client)
                return try await client.reply(
                    RedactReply.self,
                    posting: RedactRequest(article: id, reason: reason)
                )
            } catch let failure as Failure where failure.status == .no {
                throw Failure(.usage, failure.message)
            } catch DaemonError.refused(let problem) where [.notFound, .invalidParameter].contains(problem.kind) {
                throw Failure(.usage, PlainText.line(problem.detail))
            }
        }
        try console.write(form.json ? try JSONText.document(reply) : Self.text(of: reply))
    }

    private static func text(of reply: RedactReply) -> String {
        var lines = [
            "words taken out of \(Figures.count(reply.entries, "entry", "entries")) of the log, in "
                + Moments.duration(microseconds: reply.microseconds),
            "  article   \(reply.article)",
            "  event     \(Moments.position(reply.position))",
        ]
        for file in reply.files { lines.append("  still     \(PlainText.name(file)), wherever that file lies now") }
        return lines.map { $0 + "\n" }.joined()
    }
}
