import ArgumentParser
import PledgedAPI
import PledgedCore

/// `pledgectl actor separate`: says that an actor is no other.
struct ActorSeparate: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "separate",
        abstract: "Say that an actor, as first named, is no other of the same name.",
        discussion: """
            EXAMPLES
              sudo pledgectl actor separate 31 --reason "Another Nguyễn Văn Hùng, of Đà Nẵng"
            """
    )

    @Argument(help: .actor) var id: Int64
    @OptionGroup var decision: DecisionOptions

    func run(on console: Console) async throws {
        try await decision.decide(.separate(actor: id), on: console)
    }
}
