import ArgumentParser
import PledgedAPI
import PledgedCore

/// `pledgectl pledge dismiss`: says that something is no pledge.
struct PledgeDismiss: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "dismiss",
        abstract: "Say that this is no pledge at all; lists leave it out then.",
        discussion: """
            'pledgectl pledges --status dismissed' lists what was dismissed.

            EXAMPLES
              sudo pledgectl pledge dismiss 42 --reason "A headline about a film"
            """
    )

    @Argument(help: .pledge) var id: LogPosition
    @OptionGroup var decision: DecisionOptions

    func run(on console: Console) async throws {
        try await decision.decide(.dismiss(pledge: id), on: console)
    }
}
