import ArgumentParser
import PledgedAPI

/// `pledgectl verify`: holds the log against its chain and the views against the log.
struct Verify: ConsoleCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prove that the log is whole and that the views say what it says.",
        discussion: """
            The daemon checks the chain of hashes over the whole log, builds the views anew aside, and compares their \
            digest with that of the views it serves. Exits with 1 where it finds damage. 'pledgectl log verify' checks \
            a log without a daemon.
            """
    )

    @OptionGroup var form: JSONOption
    @OptionGroup var daemon: DaemonOptions

    func run(on console: Console) async throws {
        let reply = try await daemon.connected(silenceMax: nil) {
            try await $0.reply(VerifyReply.self, to: .verify)
        }
        try console.write(form.json ? try JSONText.document(reply) : VerifyWording.paragraph(reply))
        if !reply.isSound { throw Failure(.no, VerifyWording.advice(reply)) }
    }
}
