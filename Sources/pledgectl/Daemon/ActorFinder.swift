import PledgedAPI
import PledgedCore

/// Finds out which actor a user means.
struct ActorFinder {
    let client: DaemonClient

    /// The number of the actor that `actor` names: itself a number, or part of a name that no other actor has.
    ///
    /// - Throws: ``Failure`` where a name is nobody's, or several actors have it; ``DaemonError``.
    func number(of actor: String, asOf: AsOf?) async throws -> Int64 {
        if let number = Int64(actor) { return number }
        var query = ActorQuery()
        query.name = actor
        query.asOf = asOf
        let found = try await client.reply(ListReply<ActorRow>.self, to: ActorsRequest(query)).items
        let exact = found.filter { $0.name.lowercased() == actor.lowercased() }
        if let only = exact.count == 1 ? exact.first : found.count == 1 ? found.first : nil { return only.id }
        let name = PlainText.line(actor)
        guard !found.isEmpty else {
            throw Failure(.usage, "No actor is called '\(name)'. 'pledgectl actors' lists those that there are.")
        }
        let list = found.prefix(5).map { "\($0.id) \(PlainText.line($0.name))" }.joined(separator: ", ")
        let more = found.count > 5 ? ", and more" : ""
        throw Failure(.usage, "Several actors are called '\(name)': \(list)\(more). Give the number of one.")
    }
}
