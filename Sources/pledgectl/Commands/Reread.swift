import ArgumentParser
import PledgedAPI

/// `pledgectl reread`: has the daemon read articles again.
struct Reread: ConsoleCommand {
    static let configuration = CommandConfiguration(
        abstract: "Have articles read again that an older reader read.",
        discussion: """
            A new version of the program, or changed rules of your own, make another reader. This command appends what \
            the reader in use finds, article by article, behind what was found before; the views then show the new \
            facts in the place of the old ones, and the log keeps both. Articles that this very reader has read are \
            passed over, so asking twice changes nothing, and what was interrupted is finished by asking again. \
            Articles that a corrected version supersedes are left alone, unless they are named.

            Only the daemon's own user and root may ask.

            EXAMPLES
              sudo pledgectl reread --dry-run     say what would change
              sudo pledgectl reread
              sudo pledgectl reread --article 4171af
            """
    )

    @Option(help: ArgumentHelp("Only this article: its id, or the first digits of it, 6 at least.", valueName: "id"))
    var article: ArticleArgument?

    @Flag(help: "Say what would change, and append nothing.") var dryRun = false

    @OptionGroup var form: JSONOption
    @OptionGroup var daemon: AdminOptions

    func run(on console: Console) async throws {
        let reply = try await daemon.connected { client in
            let request = RereadRequest(article: try await article.resolved(by: client), isDryRun: dryRun ? true : nil)
            return try await client.reply(RereadReply.self, posting: request)
        }
        try console.write(form.json ? try JSONText.document(reply) : RereadWording.paragraph(reply))
    }
}
