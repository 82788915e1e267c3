import ArgumentParser
import PledgedCore

/// Which part of a list, and in which form.
struct ListOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How many rows, 1 to \(PageRequest.limitMax).", valueName: "rows"))
    var limit = PageRequest.limitDefault

    @Option(help: ArgumentHelp("How many rows to skip.", valueName: "rows")) var offset = 0

    @Flag(help: "All rows from there on, page after page.") var all = false

    @Flag(help: "Print the daemon's JSON, as one document, instead of a table.") var json = false

    @Flag(help: "Leave out no column and cut no cell to fit the terminal.") var wide = false

    func validate() throws {
        guard (1...PageRequest.limitMax).contains(limit) else {
            throw ValidationError("--limit takes 1 to \(PageRequest.limitMax) rows, not \(limit); --all takes all.")
        }
        guard (0...Int(Int32.max)).contains(offset) else {
            throw ValidationError("--offset takes 0 to \(Int32.max) rows, not \(offset).")
        }
    }

    var first: PageRequest { PageRequest(limit: all ? PageRequest.limitMax : limit, offset: offset) }
}
