import ArgumentParser
import PledgedAPI
import PledgedCore

/// `pledgectl pledges`: who promised what, to whom, by when.
struct Pledges: ConsoleCommand {
    static let configuration = CommandConfiguration(
        abstract: "List pledges and requests: who promised what, to whom, by when, and how they stand.",
        discussion: """
            Every condition that is given must hold. One pledge is listed once, however many articles tell it; 'pledgectl \
            pledge show' shows each telling. The words in the last column are the article's own. Days may be as precise \
            as one likes: 2026-03 is its first day for a beginning, its last for an end.

            CSV, iCalendar (an all-day event on the last day of each deadline), DOT and GraphML (who pledged what to \
            whom) hold the rows that the table would: --all makes that all.

            EXAMPLES
              pledgectl pledges --by japan --to "viet nam" --said-from 2023
              pledgectl pledges --status overdue --sort due
              pledgectl pledges --about engineers --min-quantity 50000
              pledgectl pledges --due-before 2026-12 --all --format ics > deadlines.ics
              pledgectl pledges --all --format dot | dot -Tsvg > pledges.svg
              pledgectl pledges --as-of 2025-12-31 --json | jq '.items[].quote'
            """
    )

    @Option(help: "Only pledges of this kind.") var kind: Pledge.Kind?
    @Option(
        help: ArgumentHelp(
            "How it stands; any of several, with commas. Without it all but dismissed ones.",
            valueName: "status"
        )
    ) var status: [StatusArgument] = []
    @Option(
        help: ArgumentHelp(
            "Who is bound, or asks: an actor's number, or part of a name; case and accents do not matter.",
            valueName: "actor"
        )
    ) var by: String?
    @Option(help: ArgumentHelp("Who benefits, or is asked: the same.", valueName: "actor")) var to: String?
    @Option(help: ArgumentHelp("Words in the quote; case and accents do not matter.", valueName: "words"))
    var about: String?
    @Option(help: ArgumentHelp("Due on this day or earlier, such as 2026-12-31 or 2026.", valueName: "date"))
    var dueBefore: LastDay?
    @Option(help: ArgumentHelp("Due on this day or later.", valueName: "date")) var dueFrom: FirstDay?
    @Option(help: ArgumentHelp("Said on this day or later.", valueName: "date")) var saidFrom: FirstDay?
    @Option(help: ArgumentHelp("Said on this day or earlier.", valueName: "date")) var saidTo: LastDay?
    @Option(help: ArgumentHelp("At least so many.", valueName: "number")) var minQuantity: Double?
    @Option(help: ArgumentHelp("What is counted: part of the noun, a currency such as USD, or %.", valueName: "unit"))
    var unit: String?
    @Option(help: "In which order.") var sort: PledgeQuery.Sort = .said
    @Option(help: .article) var article: ArticleArgument?
    @OptionGroup var moment: AsOfOption
    @OptionGroup var output: ListOptions
    @OptionGroup var daemon: DaemonOptions

    func validate() throws {
        if let minQuantity, !(minQuantity >= 0 && minQuantity.isFinite) {
            throw ValidationError("--min-quantity takes a number from 0 on, not \(minQuantity).")
        }
    }

    func run(on console: Console) async throws {
        try await daemon.connected { client in
            let request = PledgesRequest(try await query(client))
            try await Self.listing.show(request, from: client, output, on: console)
        }
    }

    private func query(_ client: DaemonClient) async throws -> PledgeQuery {
        var query = PledgeQuery()
        query.kind = kind
        query.status = status.flatMap(\.statuses)
        query.by = by
        query.to = to
        query.about = about
        query.dueBefore = dueBefore?.day
        query.dueFrom = dueFrom?.day
        query.saidFrom = saidFrom?.day
        query.saidTo = saidTo?.day
        query.minQuantity = minQuantity
        query.unit = unit
        query.sort = sort
        query.article = try await article.resolved(by: client)
        query.asOf = moment.asOf
        query.page = output.first
        return query
    }

    static let listing = Listing<PledgeRow>(
        noun: "pledge",
        columns: [
            Table.Column("NO", .right), Table.Column("KIND"), Table.Column("STATUS"), Table.Column("BY", widthMin: 10),
            Table.Column("TO", widthMin: 6), Table.Column("DUE"), Table.Column("TOLD", .right, isExpendable: true),
            Table.Column("REVISED", .right, isExpendable: true), Table.Column("SAID", isExpendable: true),
            Table.Column("QUANTITY", widthMin: 8, isExpendable: true), Table.Column("WORDS", widthMin: 20),
        ],
        cells: { pledge in
            [
                "\(pledge.id.offset)", pledge.kind.rawValue, pledge.status.rawValue, PledgeWords.bound(pledge),
                PledgeWords.names(pledge.to), Cell.text(pledge.deadline), "\(pledge.tellings)",
                pledge.revisions == 0 ? "" : "\(pledge.revisions)", Cell.text(pledge.said),
                pledge.quantity.map(Figures.quantity) ?? "", pledge.quote,
            ]
        },
        inks: { pledge in PledgeWords.ink(pledge.status).map { ["STATUS": $0] } ?? [:] },
        writers: [
            .csv: PledgesOutput.csv, .ics: CalendarText.document, .dot: DOTText.document,
            .graphml: GraphMLText.document,
        ]
    )
}
