import ArgumentParser
import PledgedAPI
import PledgedCore

/// `pledgectl pledges`: who promised what, to whom, by when.
struct Pledges: ConsoleCommand {
    static let configuration = CommandConfiguration(
        abstract: "List pledges and requests: who promised what, to whom, by when.",
        discussion: """
            Every condition that is given must hold. The words in the last column are the article's own.

            EXAMPLES
              pledgectl pledges --by "viet nam" --about engineers
              pledgectl pledges --kind request --to 12
              pledgectl pledges --due-before 2026-12-31 --all --json | jq '.items[].quote'
            """
    )

    @Option(help: "Only pledges of this kind.") var kind: Pledge.Kind?
    @Option(
        help: ArgumentHelp(
            "Who is bound, or asks: an actor's number, or part of a name; case and accents do not matter.",
            valueName: "actor"
        )
    ) var by: String?
    @Option(help: ArgumentHelp("Who benefits, or is asked: the same.", valueName: "actor")) var to: String?
    @Option(help: ArgumentHelp("Words in the quote; case and accents do not matter.", valueName: "words"))
    var about: String?
    @Option(help: ArgumentHelp("Due on this day or earlier, such as 2026-12-31.", valueName: "day"))
    var dueBefore: CalendarDate?
    @Option(help: ArgumentHelp("Said on this day or later.", valueName: "day")) var saidFrom: CalendarDate?
    @Option(help: .article) var article: ArticleArgument?
    @OptionGroup var output: ListOptions
    @OptionGroup var daemon: DaemonOptions

    func run(on console: Console) async throws {
        try await daemon.connected { client in
            let request = PledgesRequest(try await query(client))
            try await Self.listing.show(request, from: client, output, on: console)
        }
    }

    private func query(_ client: DaemonClient) async throws -> PledgeQuery {
        var query = PledgeQuery()
        query.kind = kind
        query.by = by
        query.to = to
        query.about = about
        query.dueBefore = dueBefore
        query.saidFrom = saidFrom
        query.article = try await article.resolved(by: client)
        query.page = output.first
        return query
    }

    static let listing = Listing<PledgeRow>(
        noun: "pledge",
        columns: [
            Table.Column("NO", .right), Table.Column("KIND"), Table.Column("BY", widthMin: 12),
            Table.Column("TO", widthMin: 6), Table.Column("DUE"), Table.Column("SAID", isExpendable: true),
            Table.Column("QUANTITY", widthMin: 8, isExpendable: true), Table.Column("WORDS", widthMin: 24),
        ],
        cells: { pledge in
            let parties = pledge.by.map(\.name) + [pledge.byText].compactMap { $0 }
            return [
                "\(pledge.id.offset)", pledge.kind.rawValue, parties.joined(separator: ", "),
                pledge.to.map(\.name).joined(separator: ", "), Cell.text(pledge.deadline), Cell.text(pledge.said),
                pledge.quantity.map(Figures.quantity) ?? "", pledge.quote,
            ]
        }
    )
}
