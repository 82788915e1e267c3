import ArgumentParser
import PledgedAPI
import PledgedCore

/// `pledgectl actor rename`: gives an actor another name.
struct ActorRename: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename",
        abstract: "Say under which name an actor is shown.",
        discussion: """
            EXAMPLES
              sudo pledgectl actor rename 12 "Ministry of Finance" --reason "Merged into it in 2025"
            """
    )

    @Argument(help: .actor) var id: Int64
    @Argument(help: "The name to show.") var name: String
    @OptionGroup var decision: DecisionOptions

    func run(on console: Console) async throws {
        try await decision.decide(.rename(actor: id, name), on: console)
    }
}
