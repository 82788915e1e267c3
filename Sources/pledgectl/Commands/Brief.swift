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

    @Argument(help: .actorByName) var actor: String
    @OptionGroup var moment: AsOfOption
    @OptionGroup var daemon: DaemonOptions

    func run(on console: Console) async throws {
        let brief = try await daemon.connected { client in try await self.brief(client, remark: console.remark) }
        try console.write(BriefText.document(brief))
    }

    private func brief(_ client: DaemonClient, remark: (String) -> Void) async throws -> ActorBrief {
        let id = try await ActorFinder(client: client).number(of: actor, asOf: moment.asOf)
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
}
