import PledgedAPI
import PledgedCore

/// Shows a list as a table for people, or in another form for programs.
struct Listing<Row: Codable & Sendable>: Sendable {
    /// What a row is, in the singular: "pledge".
    let noun: String
    let plural: String
    let columns: [Table.Column]
    /// The cells of a row, one a column.
    let cells: @Sendable (Row) -> [String]
    /// In which colours the cells of a row are shown, by their columns' titles.
    let inks: @Sendable (Row) -> [String: Palette.Ink]
    /// The forms beside table and JSON, and what writes rows in them; nothing where the rows give nothing to write.
    let writers: [OutputFormat: @Sendable ([Row]) -> String]

    init(
        noun: String,
        plural: String? = nil,
        columns: [Table.Column],
        cells: @escaping @Sendable (Row) -> [String],
        inks: @escaping @Sendable (Row) -> [String: Palette.Ink] = { _ in [:] },
        writers: [OutputFormat: @Sendable ([Row]) -> String] = [:]
    ) {
        self.noun = noun
        self.plural = plural ?? "\(noun)s"
        self.columns = columns
        self.cells = cells
        self.inks = inks
        self.writers = writers
    }

    /// The forms that it has.
    var formats: [OutputFormat] { OutputFormat.allCases.filter { [.table, .json].contains($0) || writers[$0] != nil } }

    /// Asks for the list and prints it.
    ///
    /// - Throws: ``Failure``.
    func show(
        _ request: some PagedRequest,
        from client: DaemonClient,
        _ options: ListOptions,
        on console: Console
    ) async throws {
        try options.form.require(formats)
        let reader = ListReader(client: client)
        let reply =
            options.all
            ? try await reader.all(request, of: Row.self, remark: console.remark)
            : try await reader.page(request, of: Row.self)
        if options.form.chosen == .json { return try console.write(try JSONText.document(reply)) }
        try show(reply, options, on: console)
    }

    func show(_ reply: ListReply<Row>, _ options: ListOptions, on console: Console) throws {
        if let write = writers[options.form.chosen] {
            let text = write(reply.items)
            if text.isEmpty { console.remark("None of these \(plural) can be written so: there is nothing to print.") }
            try console.write(text)
        } else {
            guard !reply.items.isEmpty else { return console.remark("No \(plural) to show.") }
            try console.write(table(reply.items, width: options.wide ? nil : console.width, console.palette))
        }
        let rest = more(reply, options)
        if !rest.isEmpty { console.remark(rest) }
    }

    func table(_ rows: [Row], width: Int?, _ palette: Palette) -> String {
        var table = Table(columns)
        for row in rows { table.add(cells(row), inks: inks(row)) }
        return table.text(width: width, palette)
    }

    /// Where the rows are that this page does not show; empty where there are none.
    private func more(_ reply: ListReply<Row>, _ options: ListOptions) -> String {
        guard reply.items.count < reply.total else { return "" }
        let (first, last) = (options.start + 1, options.start + reply.items.count)
        let (from, to, total) = (Figures.grouped(first), Figures.grouped(last), Figures.grouped(reply.total))
        let range = "\(from) to \(to) of \(total) \(plural)."
        return last < reply.total ? "\(range) --offset \(last) shows the next, --all all." : range
    }
}
