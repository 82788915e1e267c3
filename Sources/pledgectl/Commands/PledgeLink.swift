import ArgumentParser
import PledgedAPI
import PledgedCore

/// `pledgectl pledge link`: says that two pledges are one.
struct PledgeLink: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Say that two pledges are one, told twice.",
        discussion: """
            EXAMPLES
              sudo pledgectl pledge link 57 42 --reason "Both are the training plan of 2024"
            """
    )

    @Argument(help: .pledge) var id: LogPosition
    @Argument(help: ArgumentHelp("The other pledge's number.", valueName: "other")) var other: LogPosition
    @OptionGroup var decision: DecisionOptions

    func run(on console: Console) async throws {
        try await decision.decide(.link(pledge: id, other: other), on: console)
    }
}
