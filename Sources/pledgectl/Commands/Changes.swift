import ArgumentParser
import PledgedAPI
import PledgedCore
import UnixSignals

/// `pledgectl changes`: what changed about pledges.
struct Changes: ConsoleCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print what changed: pledges new, restated, revised, resolved, due and overdue.",
        discussion: """
            Changes come in the order of the days on which they happened, old ones first, one a line. After them a cursor \
            is told on the standard error: given as --after, it shows what came since. A position of the log does as well.

            With --follow the command goes on as changes happen, and as days begin (UTC) on which deadlines come near or \
            pass. When the daemon goes away, it tries again, and goes on where it was. It ends well (0) on interrupt \
            (Ctrl-C) and termination, and when its reader goes away.

            EXAMPLES
              pledgectl changes
              pledgectl changes --after 2026-03-31/41873/41870
              pledgectl changes --follow --json | jq -r .change
            """
    )

    @Option(
        help: ArgumentHelp(
            "The cursor of the last change that is known, or a position in the log.",
            valueName: "cursor"
        )
    ) var after: ChangesRequest.Start?
    @Option(help: ArgumentHelp("End after this many changes.", valueName: "number")) var limit: Int?
    @Flag(help: "Wait for new changes after the old ones.") var follow = false
    @Option(
        help: ArgumentHelp("How long to try again when the daemon goes away, in seconds.", valueName: "seconds")
    ) var patience = 600
    @OptionGroup var form: FormatOption
    @OptionGroup var daemon: DaemonOptions

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit takes 1 or more, not \(limit).") }
        guard (0...86_400).contains(patience) else {
            throw ValidationError("--patience takes 0 to 86400 seconds, not \(patience).")
        }
    }

    func run(on console: Console) async throws {
        try form.require([.table, .json, .csv])
        if form.chosen == .csv { try console.write(CSVText.document(RowsOutput.changeTitles, [])) }
        guard follow else { return try await list(on: console) }
        guard console.takesSignals else { return try await follow(on: console) }
        let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await follow(on: console) }
            group.addTask { for await _ in signals { return } }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    /// Prints page after page until there is no more.
    private func list(on console: Console) async throws {
        try await daemon.connected { client in
            var (start, printed) = (after, 0)
            while true {
                let rest = limit.map { $0 - printed } ?? PageRequest.limitMax
                let request = ChangesRequest(after: start, limit: min(rest, PageRequest.limitMax))
                let reply = try await client.reply(ChangesReply.self, to: request)
                for change in reply.items { try print(change, on: console) }
                printed += reply.items.count
                let hasMoved = start != .cursor(reply.cursor)
                start = .cursor(reply.cursor)
                guard !reply.isComplete, hasMoved, printed < limit ?? .max else { break }
            }
            guard form.chosen == .table, let start else { return }
            console.remark("\(printed == 0 ? "No changes to show. " : "")--after \(start) shows what comes next.")
        }
    }

    private func follow(on console: Console) async throws {
        try await daemon.connected(silenceMax: EventFollower.silenceMax) { client in
            let follower = ChangeFollower(
                client: client,
                request: ChangesRequest(after: after, limit: limit),
                patience: .seconds(patience),
                remark: { console.remark("pledgectl: \($0)") }
            )
            try await follower.follow { try print($0, on: console) }
        }
    }

    private func print(_ change: ChangeRow, on console: Console) throws {
        switch form.chosen {
        case .json: try console.print(try JSONText.line(change))
        case .csv: try console.write(RowsOutput.fields(change).map(CSVText.field).joined(separator: ",") + "\r\n")
        case .table, .ics, .dot, .graphml: try console.print(ChangeWording.line(change, console.palette))
        }
    }
}
