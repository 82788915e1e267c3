import ArgumentParser
import PledgedAPI

/// `pledgectl views retry`: has the daemon try quarantined events again.
struct ViewsRetry: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Try again to apply the events that the views could not.",
        discussion: """
            An event that contradicts what came before it is set aside, in the table 'quarantine' of views.sqlite, and \
            the views go on without it; 'pledgectl status' tells. This command makes the views anew from the log, in \
            the order of the log, and says which events still cannot be applied. It helps after an update of the \
            program. Exits with 1 where some are left.

            Only the daemon's own user and root may ask.
            """
    )

    @OptionGroup var form: JSONOption
    @OptionGroup var daemon: AdminOptions

    func run(on console: Console) async throws {
        let reply = try await daemon.connected { try await $0.reply(RetryReply.self, to: .retryQuarantined) }
        try console.write(form.json ? try JSONText.document(reply) : RetryWording.paragraph(reply))
        if reply.after > 0 { throw Failure(.no, nil) }
    }
}
