import ArgumentParser
import PledgedAPI
import PledgedArticles
import PledgedCore

/// `pledgectl why`: what became of a file.
struct Why: ConsoleCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what became of a dropped file, and why.",
        discussion: """
            Looks for drops under the file's name (the last part of the path), and, where the file is there to be \
            read, for drops of the same bytes under any name. Exits with 1 where nothing is known.

            EXAMPLES
              pledgectl why story.txt
              pledgectl why /var/lib/pledged/rejected/story.txt --json
            """
    )

    @Argument(help: ArgumentHelp("The file's name, or its path.", valueName: "file"), completion: .file())
    var file: String
    @OptionGroup var form: JSONOption
    @OptionGroup var daemon: DaemonOptions

    func run(on console: Console) async throws {
        let reply = try await daemon.connected { try await outcomes($0) }
        if form.json { try console.write(try JSONText.document(reply)) }
        guard !reply.items.isEmpty else { throw Failure(.no, form.json ? nil : nothing) }
        if form.json { return }
        try console.write(reply.items.map { OutcomeWording.paragraph($0) }.joined(separator: "\n"))
    }

    private var nothing: String {
        "Nothing is known about '\(PlainText.name(FileName.last(of: file)))'. Was it dropped, under this name? "
            + "A file that has just arrived may still be settling; hidden and temporary names are skipped."
    }

    /// What is known by name and by content, each drop once, in the order in which it was recorded.
    private func outcomes(_ client: DaemonClient) async throws -> ListReply<OutcomeRow> {
        var reply = try await client.reply(
            ListReply<OutcomeRow>.self,
            to: OutcomesRequest(.file(FileName.last(of: file)))
        )
        if let article = digest {
            let same = try await client.reply(ListReply<OutcomeRow>.self, to: OutcomesRequest(.article(article)))
            let known = Set(reply.items.map(\.position))
            reply.items += same.items.filter { !known.contains($0.position) }
        }
        reply.items.sort { $0.position < $1.position }
        reply.total = reply.items.count
        return reply
    }

    /// The article that the file's bytes are, nil where the file is not at hand.
    private var digest: ArticleID? {
        do throws(Failure) {
            return ArticleID(hashing: try SourceFile.bytes(of: file))
        } catch {
            return nil  // Usual: the daemon has moved it, or only its name was given.
        }
    }
}
