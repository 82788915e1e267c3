import ArgumentParser
import PledgedAPI
import PledgedCore

/// `pledgectl pledge reopen`: takes back what was decided about a pledge.
struct PledgeReopen: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "reopen",
        abstract: "Say that a pledge is open again, whatever was decided before.",
        discussion: """
            EXAMPLES
              sudo pledgectl pledge reopen 42 --reason "The plant was never handed over"
            """
    )

    @Argument(help: .pledge) var id: LogPosition
    @OptionGroup var decision: DecisionOptions

    func run(on console: Console) async throws {
        try await decision.decide(.reopen(pledge: id), on: console)
    }
}
