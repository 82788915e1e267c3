import PledgedCore
import PledgedTesting
import PledgedViews
import Testing

/// The same articles in any order give the same views, but for what was seen first.
struct PermutationTests {
    /// What the views hold, without numbers that tell of the order.
    private struct Content: Equatable {
        var pledges: [String: [PledgeDetail]] = [:]
        var actors: [String] = []
    }

    private static func content(of articles: [SeriesArticle]) throws -> Content {
        var store = try TestStore()
        for article in articles {
            store.log.receive(article.article, actors: article.actors, pledges: article.pledges)
        }
        try store.catchUp()
        var content = Content()
        var query = PledgeQuery()
        query.page = PageRequest(limit: 1000)
        for row in try store.views.pledges(query).rows {
            guard var detail = try store.views.pledge(row.id, asOf: nil, today: ViewStore.today) else { continue }
            let key = detail.tellings.map { "\($0.article.hexadecimal.suffix(4))/\($0.span.start)" }.joined(
                separator: " "
            )
            detail.pledge = detail.pledge.withoutNumbers
            for index in detail.tellings.indices { detail.tellings[index] = detail.tellings[index].withoutNumbers }
            for index in detail.revisions.indices {
                detail.revisions[index].telling = .start
                detail.revisions[index].speaker?.id = 0
            }
            content.pledges[key, default: []].append(detail)
        }
        var actors = ActorQuery()
        actors.page = PageRequest(limit: 1000)
        content.actors = try store.views.actors(actors).rows.map { row in
            var row = row
            row.id = 0
            return "\(row)"
        }.sorted()
        return content
    }

    @Test(arguments: [1, 2] as [UInt64])
    func `any order of the articles gives the same pledges and actors`(seed: UInt64) throws {
        var articles = try SeriesArticle.series().flatMap(\.articles)
        let content = try Self.content(of: articles)
        #expect(content.pledges.count > 200)
        var random = SeededGenerator(seed: seed)
        articles.shuffle(using: &random)
        let shuffled = try Self.content(of: articles)
        #expect(shuffled.actors == content.actors)
        #expect(Set(shuffled.pledges.keys) == Set(content.pledges.keys))
        for (key, details) in content.pledges { #expect(shuffled.pledges[key] == details) }
    }
}

extension PledgeRow {
    fileprivate var withoutNumbers: PledgeRow {
        var row = self
        row.id = .start
        for index in row.by.indices { row.by[index].id = 0 }
        for index in row.to.indices { row.to[index].id = 0 }
        row.speaker?.id = 0
        return row
    }
}

extension TellingRow {
    fileprivate var withoutNumbers: TellingRow {
        var row = self
        row.id = .start
        for index in row.by.indices { row.by[index].id = 0 }
        for index in row.to.indices { row.to[index].id = 0 }
        row.speaker?.id = 0
        row.match?.with = .start
        return row
    }
}
