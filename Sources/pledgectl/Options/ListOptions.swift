import ArgumentParser
import PledgedCore

/// Which part of a list, and in which form.
struct ListOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How many rows, 1 to \(PageRequest.limitMax).", valueName: "rows"))
    var limit = PageRequest.limitDefault

    @Option(help: ArgumentHelp("How many rows to skip.", valueName: "rows")) var offset: Int?

    @Option(help: ArgumentHelp("Which page of --limit rows, from 1 on, in place of --offset.", valueName: "number"))
    var page: Int?

    @Flag(help: "All rows from there on, page after page.") var all = false

    @OptionGroup var form: FormatOption

    @Flag(help: "Leave out no column and cut no cell to fit the terminal.") var wide = false

    func validate() throws {
        guard (1...PageRequest.limitMax).contains(limit) else {
            throw ValidationError("--limit takes 1 to \(PageRequest.limitMax) rows, not \(limit); --all takes all.")
        }
        if let offset, !(0...Int(Int32.max)).contains(offset) {
            throw ValidationError("--offset takes 0 to \(Int32.max) rows, not \(offset).")
        }
        if let page, !(1...Int(Int32.max) / limit).contains(page) {
            throw ValidationError("--page takes 1 to \(Int(Int32.max) / limit), not \(page).")
        }
        if page != nil, offset != nil {
            throw ValidationError("--page and --offset exclude each other. Give one of them.")
        }
    }

    /// Rows to skip.
    var start: Int { offset ?? page.map { ($0 - 1) * limit } ?? 0 }

    var first: PageRequest { PageRequest(limit: all ? PageRequest.limitMax : limit, offset: start) }
}
