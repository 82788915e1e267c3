import ArgumentParser
import PledgedAPI
import PledgedCore

/// `pledgectl pledge resolve`: says how a pledge ended.
struct PledgeResolve: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "Say how a pledge ended: it was fulfilled, withdrawn or broken.",
        discussion: """
            EXAMPLES
              sudo pledgectl pledge resolve 42 --as fulfilled --reason "Inaugurated on 2026-03-12, see article 4171af"
            """
    )

    @Argument(help: .pledge) var id: LogPosition
    @Option(name: .customLong("as"), help: ArgumentHelp("How it ended.", valueName: "resolution"))
    var resolution: Resolution
    @OptionGroup var decision: DecisionOptions

    func run(on console: Console) async throws {
        try await decision.decide(.resolve(pledge: id, resolution), on: console)
    }
}
