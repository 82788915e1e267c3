import ArgumentParser
import PledgedAPI
import PledgedCore

/// `pledgectl actors`: the parties that articles name.
struct Actors: ConsoleCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the parties that articles name: persons, organizations, countries.",
        discussion: """
            The number in the first column names an actor to other commands: 'pledgectl pledges --by 12', \
            'pledgectl actor show 12'.

            EXAMPLES
              pledgectl actors --kind country
              pledgectl actors --name "nguyen chi" --json      also finds Nguyễn Chí Dũng
            """
    )

    @Option(help: "Only actors of this kind.") var kind: ActorKind?
    @Option(help: ArgumentHelp("Part of any of its names; case and accents do not matter.", valueName: "text"))
    var name: String?
    @Option(help: .article) var article: ArticleArgument?
    @OptionGroup var moment: AsOfOption
    @OptionGroup var output: ListOptions
    @OptionGroup var daemon: DaemonOptions

    func run(on console: Console) async throws {
        try await daemon.connected { client in
            var query = ActorQuery()
            query.kind = kind
            query.name = name
            query.article = try await article.resolved(by: client)
            query.asOf = moment.asOf
            query.page = output.first
            try await Self.listing.show(ActorsRequest(query), from: client, output, on: console)
        }
    }

    static let listing = Listing<ActorRow>(
        noun: "actor",
        columns: [
            Table.Column("NO", .right), Table.Column("KIND"), Table.Column("NAME", widthMin: 16),
            Table.Column("ARTICLES", .right), Table.Column("PLEDGES", .right), Table.Column("ASKED", .right),
            Table.Column("FIRST", isExpendable: true), Table.Column("LAST"),
            Table.Column("ROLE", widthMin: 8, isExpendable: true),
            Table.Column("ALSO", widthMin: 8, isExpendable: true),
        ],
        cells: { actor in
            [
                "\(actor.id)", actor.kind.rawValue, actor.name, "\(actor.articles)", "\(actor.pledges)",
                "\(actor.asked)", Cell.text(actor.firstSeen), Cell.text(actor.lastSeen), actor.roles.first ?? "",
                actor.aliases.filter { $0 != actor.name }.joined(separator: ", "),
            ]
        },
        writers: [.csv: RowsOutput.csv]
    )
}
