import ArgumentParser
import PledgedAPI
import PledgedCore

/// Why something is decided, and where.
struct DecisionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Why, in 1 to \(DecisionRequest.reasonBytesMax) bytes; it stays in the log.",
            valueName: "words"
        )
    ) var reason: String

    @OptionGroup var form: JSONOption
    @OptionGroup var daemon: AdminOptions

    /// Has the daemon record `choice`, and says what it recorded.
    ///
    /// - Throws: ``Failure``; then nothing was recorded.
    func decide(_ choice: DecisionRequest.Choice, on console: Console) async throws {
        let request = DecisionRequest(choice, reason: reason)
        try Self.check(request)
        let reply = try await daemon.connected { try await $0.reply(DecisionReply.self, posting: request) }
        try console.write(form.json ? try JSONText.document(reply) : Self.sentence(reply))
    }

    private static func sentence(_ reply: DecisionReply) -> String {
        "\(PlainText.line(reply.sentence)) (\(Moments.position(reply.position)))\n"
    }

    /// Makes sure that the daemon will understand.
    private static func check(_ request: DecisionRequest) throws(Failure) {
        do throws(RequestError) {
            _ = try DecisionRequest(query: request.query)
        } catch {
            throw Failure(.usage, PlainText.line(error.description))
        }
    }
}
