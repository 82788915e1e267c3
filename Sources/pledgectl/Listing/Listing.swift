import PledgedAPI
import PledgedCore

/// Shows a list as a table for people or as JSON for programs.
struct Listing<Row: Codable & Sendable>: Sendable {
    /// What a row is, in the singular: "pledge".
    let noun: String
    let plural: String
    let columns: [Table.Column]
    /// The cells of a row, one a column.
    let cells: @Sendable (Row) -> [String]

    init(
        noun: String,
        plural: String? = nil,
        columns: [Table.Column],
        cells: @escaping @Sendable (Row) -> [String]
    ) {
        self.noun = noun
        self.plural = plural ?? "\(noun)s"
        self.columns = columns
        self.cells = cells
    }

    /// Asks for the list and prints it.
    ///
    /// - Throws: ``Failure``.
    func show(
        _ request: some PagedRequest,
        from client: DaemonClient,
        _ options: ListOptions,
        on console: Console
    ) async throws {
        let reader = ListReader(client: client)
        let reply =
            options.all
            ? try await reader.all(request, of: Row.self, remark: console.remark)
            : try await reader.page(request, of: Row.self)
        if options.json { return try console.write(try JSONText.document(reply)) }
        try show(reply, options, on: console)
    }

    func show(_ reply: ListReply<Row>, _ options: ListOptions, on console: Console) throws {
        guard !reply.items.isEmpty else { return console.remark("No \(plural) to show.\(more(reply, options))") }
        var table = Table(columns)
        for row in reply.items { table.add(cells(row)) }
        try console.write(table.text(width: options.wide ? nil : console.width))
        let rest = more(reply, options)
        if !rest.isEmpty { console.remark(rest) }
    }

    /// Where the rows are that this page does not show; empty where there are none.
    private func more(_ reply: ListReply<Row>, _ options: ListOptions) -> String {
        guard reply.items.count < reply.total else { return "" }
        if reply.items.isEmpty {
            return " There are \(Figures.grouped(reply.total)): ask with a smaller --offset."
        }
        let (first, last) = (options.offset + 1, options.offset + reply.items.count)
        let (from, to, total) = (Figures.grouped(first), Figures.grouped(last), Figures.grouped(reply.total))
        let range = "\(from) to \(to) of \(total) \(plural)."
        return last < reply.total ? "\(range) --offset \(last) shows the next, --all all." : range
    }
}
