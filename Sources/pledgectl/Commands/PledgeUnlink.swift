import ArgumentParser
import PledgedAPI
import PledgedCore

/// `pledgectl pledge unlink`: says that a telling is of another pledge.
struct PledgeUnlink: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "unlink",
        abstract: "Say that a telling is a pledge of its own.",
        discussion: """
            Takes the number of a telling, as 'pledgectl pledge show' lists them.

            EXAMPLES
              sudo pledgectl pledge unlink 57 --reason "Another programme, of another ministry"
            """
    )

    @Argument(help: ArgumentHelp("The telling's number.", valueName: "telling")) var id: LogPosition
    @OptionGroup var decision: DecisionOptions

    func run(on console: Console) async throws {
        try await decision.decide(.unlink(pledge: id), on: console)
    }
}
