import Foundation
import PledgedCore
import PledgedTesting
import PledgedViews

/// Which pledges of a collection people took for one, and which the views did.
struct PledgePairs {
    enum Relation: String {
        case same, revised, different
    }

    struct Pair: Hashable {
        let left: String
        let right: String
    }

    /// What people said; pairs that are not listed are different.
    private let listed: [Pair: Relation]
    private(set) var found: [Pair: Bool] = [:]

    init(_ file: URL) throws {
        var listed: [Pair: Relation] = [:]
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t").map(String.init)
            guard let relation = Relation(rawValue: fields[0]) else { continue }
            listed[Pair(left: fields[1], right: fields[2])] = relation
        }
        self.listed = listed
    }

    /// Lets the views read `articles` in the order given, and holds every pair of their pledges against what people said.
    mutating func judge(_ articles: [SeriesArticle]) throws {
        let joined = try Self.joined(articles)
        let names = articles.sorted { $0.name < $1.name }
            .flatMap { article in article.pledges.indices.map { "\(article.name)#\($0)" } }
        for (index, left) in names.enumerated() {
            for right in names[(index + 1)...] {
                found[Pair(left: left, right: right)] = joined[left] != nil && joined[left] == joined[right]
            }
        }
    }

    /// To which pledge each telling came, under the name `ARTICLE#INDEX`.
    static func joined(_ articles: [SeriesArticle]) throws -> [String: LogPosition] {
        var store = try TestStore()
        var names: [LogPosition: String] = [:]
        for article in articles {
            let received = store.log.receive(article.article, actors: article.actors, pledges: article.pledges)
            for index in article.pledges.indices {
                names[received.advanced(by: 1 + article.actors.count + index)] = "\(article.name)#\(index)"
            }
        }
        try store.catchUp()
        var joined: [String: LogPosition] = [:]
        for (position, name) in names { joined[name] = try store.views.pledgeID(position) }
        return joined
    }

    func relation(of pair: Pair) -> Relation { listed[pair] ?? .different }

    /// Of the pairs that the views joined, how many people did too; of those that people joined, how many the views did.
    var scores: (precision: Double, recall: Double, right: Int, joined: Int, wanted: Int) {
        let joined = found.filter(\.value).keys
        let right = joined.filter { relation(of: $0) != .different }.count
        let wanted = found.keys.filter { relation(of: $0) != .different }.count
        return (
            joined.isEmpty ? 1 : Double(right) / Double(joined.count),
            wanted == 0 ? 1 : Double(right) / Double(wanted), right, joined.count, wanted
        )
    }

    /// The pairs that were judged wrongly.
    var mistakes: [(pair: Pair, isJoined: Bool)] {
        found.filter { $0.value != (relation(of: $0.key) != .different) }
            .map { ($0.key, $0.value) }
            .sorted { ($0.1 ? 0 : 1, $0.0.left, $0.0.right) < ($1.1 ? 0 : 1, $1.0.left, $1.0.right) }
    }
}
