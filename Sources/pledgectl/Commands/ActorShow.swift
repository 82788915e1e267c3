import ArgumentParser
import PledgedAPI
import PledgedCore

/// `pledgectl actor show`: one actor with what it pledged, was asked, and with whom.
struct ActorShow: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show an actor with its roles, what it pledged and was asked, and with whom it is named.",
        discussion: """
            EXAMPLES
              pledgectl actor show 12
              pledgectl actor show "viet nam"
              pledgectl actor show 12 --as-of 2025-12-31 --json
            """
    )

    @Argument(help: .actorByName) var actor: String
    @OptionGroup var moment: AsOfOption
    @OptionGroup var form: FormatOption
    @OptionGroup var daemon: DaemonOptions

    func run(on console: Console) async throws {
        try form.require([.table, .json])
        let detail = try await daemon.connected { client in
            let id = try await ActorFinder(client: client).number(of: actor, asOf: moment.asOf)
            return try await client.reply(ActorDetail.self, to: .actor, id: id, moment.request)
        }
        if form.chosen == .json { return try console.write(try JSONText.document(detail)) }
        try console.write(DetailWording(palette: console.palette, width: console.width).text(detail))
    }
}
