import ArgumentParser
import PledgedAPI

/// `pledgectl rebuild`: makes the views anew.
struct Rebuild: ConsoleCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the views anew from the log, while the daemon goes on serving.",
        discussion: """
            The new views are built beside the old ones and take their place in one step. Prints the position they are \
            true at and the digest of their content, which is equal for equal logs. Takes as long as it takes.
            """
    )

    @OptionGroup var form: JSONOption
    @OptionGroup var daemon: DaemonOptions

    func run(on console: Console) async throws {
        let reply = try await daemon.connected(silenceMax: nil) {
            try await $0.reply(RebuildReply.self, to: .rebuild)
        }
        if form.json { return try console.write(try JSONText.document(reply)) }
        try console.print(
            """
            rebuilt from \(Figures.count(reply.events, "event")) in \(Moments.duration(microseconds: reply.microseconds))
              at        \(Moments.position(reply.position))
              digest    \(PlainText.line(reply.digest))
            """
        )
    }
}
