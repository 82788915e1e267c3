import ArgumentParser
import PledgedAPI
import PledgedCore

/// `pledgectl timeline`: what happened or is due, in order of its date.
struct Timeline: ConsoleCommand {
    static let configuration = CommandConfiguration(
        abstract: "List what happened, and what is due, in order of its date.",
        discussion: """
            Dates are as precise as the articles are (EDTF): 2030 is the year, 2026-34 its second quarter, 2021/2030 a \
            span. An entry is listed where its date touches the days asked for.

            EXAMPLES
              pledgectl timeline --from 2024-07 --to 2024-07
              pledgectl timeline --actor "viet nam" --from 2026-01-01
            """
    )

    @Option(help: ArgumentHelp("This day and later, such as 2024-07-09 or 2024-07.", valueName: "date"))
    var from: FirstDay?
    @Option(help: ArgumentHelp("This day and earlier.", valueName: "date")) var to: LastDay?
    @Option(
        help: ArgumentHelp("Who takes part: an actor's number, or part of a name.", valueName: "actor")
    ) var actor: String?
    @Option(help: .article) var article: ArticleArgument?
    @OptionGroup var moment: AsOfOption
    @OptionGroup var output: ListOptions
    @OptionGroup var daemon: DaemonOptions

    func run(on console: Console) async throws {
        try await daemon.connected { client in
            var query = TimelineQuery()
            query.from = from?.day
            query.to = to?.day
            query.actor = actor
            query.article = try await article.resolved(by: client)
            query.asOf = moment.asOf
            query.page = output.first
            try await Self.listing.show(TimelineRequest(query), from: client, output, on: console)
        }
    }

    static let listing = Listing<TimelineRow>(
        noun: "timeline entry",
        plural: "timeline entries",
        columns: [
            Table.Column("NO", .right), Table.Column("DATE"), Table.Column("ACTORS", widthMin: 12),
            Table.Column("PLACE", widthMin: 6, isExpendable: true), Table.Column("ARTICLE", isExpendable: true),
            Table.Column("WORDS", widthMin: 24),
        ],
        cells: { entry in
            [
                "\(entry.id.offset)", "\(entry.date)", entry.actors.map(\.name).joined(separator: ", "),
                entry.place ?? "", Moments.short(entry.article), entry.quote,
            ]
        },
        writers: [.csv: RowsOutput.csv]
    )
}
