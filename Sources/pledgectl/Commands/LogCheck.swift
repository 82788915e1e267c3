import ArgumentParser
import FoundationEssentials
import PledgedAPI
import PledgedCore
import PledgedLog

/// `pledgectl log check`: checks a proof.
struct LogCheck: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a proof that an event is in a log.",
        discussion: """
            Needs neither the log nor a daemon nor the network; only the public key of whoever keeps the log, got from \
            somewhere else than the proof. Prints the event as JSON, and says who took words out of it, if somebody did. \
            Exits with 1 where the proof does not hold.

            EXAMPLES
              pledgectl log check 41873.proof --key log.key.pub
              pledgectl log check 41873.proof --key log.key.pub | jq .data
            """
    )

    @Argument(help: ArgumentHelp("The file with the proof.", valueName: "proof"), completion: .file()) var proof: String
    @Option(help: PublicKeyArgument.help, completion: .file()) var key: String

    func run(on console: Console) async throws {
        let key = try PublicKeyArgument.key(key)
        let bytes = try SourceFile.bytes(of: proof, countMax: SourceFile.modelBytesMax)
        let finding: EventProof.Finding
        do throws(ProofFault) {
            finding = try EventProof(json: Data(bytes)).check(by: key)
        } catch {
            throw Failure(.no, "The proof '\(PlainText.name(proof))' does not hold: \(PlainText.line(error.what)).")
        }
        if let redacted = finding.redacted {
            var wording = EventWording()
            console.remark("\(wording.sentence(for: redacted)) (\(Moments.moment(redacted.recorded)))")
        }
        console.remark(
            "holds: position \(finding.event.position.offset) was in the log when its checkpoint was signed, "
                + Moments.moment(finding.signed)
        )
        try console.write(try JSONText.document(CloudEvent(finding.event)))
    }
}
