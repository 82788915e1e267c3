import ArgumentParser
import PledgedAPI
import PledgedCore
import UnixSignals

/// `pledgectl subscribe`: follows the events.
struct Subscribe: ConsoleCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the daemon's events, old ones first, then each as it comes.",
        discussion: """
            People get one line an event: its position, when it was recorded, and what it says. Programs get one \
            CloudEvents JSON object a line by --json. What is printed is on disk at the daemon.

            When the daemon goes away, the command says so on the standard error, tries again, and goes on after the \
            last event that it printed: none is missed, none comes twice. A program that keeps the position ('sequence') \
            of the last event it dealt with gives it as --after when it starts again.

            Ends well (0) on interrupt (Ctrl-C) and termination, and when its reader goes away.

            EXAMPLES
              pledgectl subscribe                      all events, then live
              pledgectl subscribe --after end          only what is new from now on
              pledgectl subscribe --type pledge.stated --type request.stated
              pledgectl subscribe --no-follow --json   all there is, then end
            """
    )

    @Option(
        help: ArgumentHelp(
            "The last position that is known already; 'end' for the newest.",
            valueName: "position"
        )
    ) var after: StartPoint = .beginning

    @Option(help: ArgumentHelp("Only events of this type; may be given again.", valueName: "type"))
    var type: [Event.Name] = []

    @Option(help: .article) var article: ArticleArgument?

    @Option(help: ArgumentHelp("End after this many events.", valueName: "number")) var count: Int?

    @Flag(inversion: .prefixedNo, help: "Wait for new events after the old ones.") var follow = true

    @Option(
        help: ArgumentHelp("How long to try again when the daemon goes away, in seconds.", valueName: "seconds")
    ) var patience = 600

    @Flag(help: "Print one CloudEvents JSON object a line.") var json = false

    @OptionGroup var daemon: DaemonOptions

    func validate() throws {
        if let count, count < 1 { throw ValidationError("--count takes 1 or more, not \(count).") }
        guard (0...86_400).contains(patience) else {
            throw ValidationError("--patience takes 0 to 86400 seconds, not \(patience).")
        }
    }

    func run(on console: Console) async throws {
        guard console.takesSignals else { return try await subscribe(on: console) }
        let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await subscribe(on: console) }
            group.addTask { for await _ in signals { return } }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func subscribe(on console: Console) async throws {
        try await daemon.connected(silenceMax: EventFollower.silenceMax) { client in
            var printer = EventPrinter(types: Set(type), json: json, countMax: count)
            let follower = EventFollower(
                client: client,
                request: try await request(client, types: printer.typesNeeded),
                patience: .seconds(patience),
                remark: { console.remark("pledgectl: \($0)") }
            )
            try await follower.follow { line in
                if let text = try printer.text(for: line) { try console.print(text) }
                return printer.isDone ? .enough : .more
            }
        }
    }

    private func request(_ client: DaemonClient, types: [Event.Name]) async throws -> EventsRequest {
        let start =
            switch after {
            case .beginning: LogPosition?.none
            case .position(let position): position
            case .end: try await client.health().logPosition
            }
        return EventsRequest(
            after: start,
            types: types,
            article: try await article.resolved(by: client),
            live: follow
        )
    }
}
