import ArgumentParser
import PledgedAPI
import PledgedCore

/// `pledgectl brief`: one actor on a page.
struct Brief: ConsoleCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a brief of one actor in Markdown, with citations.",
        discussion: """
            What it pledged, by status, what it was asked, each revision, its roles. Beside each stands the article's own \
            words, date, source, title and id.

            EXAMPLES
              pledgectl brief 12 > japan.md
              pledgectl brief "viet nam" --as-of 2025-12-31
            """
    )

    @Argument(
        help: ArgumentHelp("The actor's number, or part of a name that no other actor has.", valueName: "actor")
    ) var actor: String
    @OptionGroup var moment: AsOfOption
    @OptionGroup var daemon: DaemonOptions

    func run(on console: Console) async throws {
        let brief = try await daemon.connected { client in try await self.brief(client, remark: console.remark) }
        try console.write(BriefText.document(brief))
    }

    private func brief(_ client: DaemonClient, remark: (String) -> Void) async throws -> ActorBrief {
        let id = try await number(client)
        let detail = try await client.reply(ActorDetail.self, to: .actor, id: id, moment.request)
        var (pledged, asked) = (PledgeQuery(), PledgeQuery())
        pledged.by = "\(detail.actor.id)"
        asked.to = "\(detail.actor.id)"
        asked.kind = .request
        let bound = try await details(of: pledged, client, remark: remark).filter { $0.pledge.kind != .request }
        var articles: [ArticleID: ArticleRow] = [:]
        for source in Set(detail.roles.map(\.source)) {
            articles[source] = try await client.reply(ArticleRow.self, to: .article, id: source.hexadecimal)
        }
        return ActorBrief(
            actor: detail,
            pledged: bound,
            asked: try await details(of: asked, client, remark: remark),
            articles: articles,
            asOf: moment.asOf
        )
    }

    /// Each pledge of a list with all that belongs to it.
    private func details(
        of query: PledgeQuery,
        _ client: DaemonClient,
        remark: (String) -> Void
    ) async throws -> [PledgeDetail] {
        var query = query
        query.asOf = moment.asOf
        let reader = ListReader(client: client)
        let rows = try await reader.all(PledgesRequest(query), of: PledgeRow.self, remark: remark).items
        var details: [PledgeDetail] = []
        for row in rows {
            details.append(
                try await client.reply(PledgeDetail.self, to: .pledge, id: row.id.offset, moment.request)
            )
        }
        return details
    }

    /// The number of the actor that was asked for.
    ///
    /// - Throws: ``Failure`` where a name is nobody's, or several actors have it.
    private func number(_ client: DaemonClient) async throws -> Int64 {
        if let number = Int64(actor) { return number }
        var query = ActorQuery()
        query.name = actor
        query.asOf = moment.asOf
        let found = try await client.reply(ListReply<ActorRow>.self, to: ActorsRequest(query)).items
        let exact = found.filter { $0.name == actor }
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
