import ArgumentParser
import PledgedAPI
import PledgedCore

/// `pledgectl pledge show`: one pledge with every telling of it.
struct PledgeShow: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a pledge with its tellings, revisions, decisions and evidence.",
        discussion: """
            Evidence is what later articles say that may show that the pledge was kept. It decides nothing: 'pledgectl \
            pledge resolve' does.

            EXAMPLES
              pledgectl pledge show 42
              pledgectl pledge show 42 --explain            say why each telling counts as one
              pledgectl pledge show 42 --as-of 2025-12      what was known at the end of 2025
            """
    )

    @Argument(help: .pledge) var id: LogPosition
    @Flag(help: "Say why each telling was taken for one of the same pledge.") var explain = false
    @OptionGroup var moment: AsOfOption
    @OptionGroup var form: FormatOption
    @OptionGroup var daemon: DaemonOptions

    func run(on console: Console) async throws {
        try form.require([.table, .json])
        let detail = try await daemon.connected { client in
            try await client.reply(PledgeDetail.self, to: .pledge, id: id.offset, moment.request)
        }
        if form.chosen == .json { return try console.write(try JSONText.document(detail)) }
        let wording = DetailWording(palette: console.palette, width: console.width)
        try console.write(wording.text(detail, isExplained: explain))
    }
}
