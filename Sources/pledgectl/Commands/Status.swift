import ArgumentParser
import PledgedAPI

/// `pledgectl status`: how the daemon is.
struct Status: ConsoleCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say how the daemon is, part by part.",
        discussion: """
            Exits with 0 where all is well, with 1 where a part is degraded or has failed, with 3 where nobody answers.

            EXAMPLES
              pledgectl status
              pledgectl status --json | jq .logPosition
            """
    )

    @OptionGroup var form: JSONOption
    @OptionGroup var daemon: DaemonOptions

    func run(on console: Console) async throws {
        let health = try await daemon.connected { try await $0.health() }
        try console.write(form.json ? try JSONText.document(health) : HealthWording.paragraph(health))
        if health.status != .healthy { throw Failure(.no, nil) }
    }
}
