import ArgumentParser
import PledgedAPI
import PledgedCore

/// `pledgectl actor merge`: says that two actors are one.
struct ActorMerge: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge",
        abstract: "Say that two actors are one; the second keeps its number and its name.",
        discussion: """
            EXAMPLES
              sudo pledgectl actor merge 31 12 --reason "MPI is the Ministry of Planning and Investment"
            """
    )

    @Argument(help: .actor) var id: Int64
    @Argument(help: ArgumentHelp("The actor that it is.", valueName: "into")) var into: Int64
    @OptionGroup var decision: DecisionOptions

    func run(on console: Console) async throws {
        try await decision.decide(.merge(actor: id, into: into), on: console)
    }
}
