import ArgumentParser
import PledgedAPI
import PledgedCore

/// `pledgectl articles`: what was let in.
struct Articles: ConsoleCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the articles that were let in, and how much was read from each.",
        discussion: """
            The first column holds the first digits of the article's id, enough for --article of other commands. \
            REVISES names the article that this one corrects. Of an article that is 'redacted' the words were taken out of \
            the log, the title with them; NOTES has the position of the event that says by whom and why.

            EXAMPLES
              pledgectl articles --source VNS --from 2024-07-01
              pledgectl articles --superseded --all --json
            """
    )

    @Option(help: ArgumentHelp("The wire's name; case and accents do not matter.", valueName: "name"))
    var source: String?
    @Option(help: ArgumentHelp("Published on this day or later, such as 2024-07-09 or 2024-07.", valueName: "date"))
    var from: FirstDay?
    @Option(help: ArgumentHelp("Published on this day or earlier.", valueName: "date")) var to: LastDay?
    @Flag(help: "Also those that a later article corrects.") var superseded = false
    @OptionGroup var moment: AsOfOption
    @OptionGroup var output: ListOptions
    @OptionGroup var daemon: DaemonOptions

    func run(on console: Console) async throws {
        try await daemon.connected { client in
            var query = ArticleQuery()
            query.source = source
            query.from = from?.day
            query.to = to?.day
            query.includesSuperseded = superseded
            query.asOf = moment.asOf
            query.page = output.first
            try await Self.listing.show(ArticlesRequest(query), from: client, output, on: console)
        }
    }

    static let listing = Listing<ArticleRow>(
        noun: "article",
        columns: [
            Table.Column("ARTICLE"), Table.Column("DATE"), Table.Column("SOURCE", widthMin: 6),
            Table.Column("TITLE", widthMin: 16), Table.Column("PLEDGES", .right),
            Table.Column("REQUESTS", .right, isExpendable: true), Table.Column("DATES", .right, isExpendable: true),
            Table.Column("ACTORS", .right, isExpendable: true), Table.Column("FILE", widthMin: 12),
            Table.Column("REVISES", isExpendable: true), Table.Column("NOTES", widthMin: 5, isExpendable: true),
        ],
        cells: { article in
            let superseded = article.supersededBy.map { "superseded-by \(Moments.short($0))" }
            let redacted = article.redacted.map { "redacted \($0.offset)" }
            return [
                Moments.short(article.id), Cell.text(article.header.date), article.header.source ?? "",
                article.header.title ?? "", "\(article.pledges)", "\(article.requests)", "\(article.happenings)",
                "\(article.actors)", article.file, article.revises.map(Moments.short) ?? "",
                ([superseded, redacted].compactMap { $0 } + article.notes.map(\.rawValue)).joined(separator: ", "),
            ]
        }
    )
}
