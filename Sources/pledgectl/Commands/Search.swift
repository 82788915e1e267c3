import ArgumentParser
import PledgedAPI
import PledgedCore

/// `pledgectl search`: full-text search.
struct Search: ConsoleCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find articles by words in their title and text; case and accents do not matter.",
        discussion: """
            All words must occur; words in quotation marks together.

            EXAMPLES
              pledgectl search semiconductor engineers
              pledgectl search '"offshore wind"' japan
            """
    )

    @Argument(help: ArgumentHelp("The words to look for.", valueName: "word")) var words: [String]
    @OptionGroup var moment: AsOfOption
    @OptionGroup var output: ListOptions
    @OptionGroup var daemon: DaemonOptions

    func run(on console: Console) async throws {
        try await daemon.connected { client in
            var query = SearchQuery(words: words.joined(separator: " "))
            query.asOf = moment.asOf
            query.page = output.first
            try await Self.listing.show(SearchRequest(query), from: client, output, on: console)
        }
    }

    static let listing = Listing<SearchRow>(
        noun: "article",
        columns: [
            Table.Column("ARTICLE"), Table.Column("DATE"), Table.Column("TITLE", widthMin: 16),
            Table.Column("WORDS", widthMin: 24),
        ],
        cells: { hit in [Moments.short(hit.article), Cell.text(hit.date), hit.title ?? "", hit.snippet] }
    )
}
