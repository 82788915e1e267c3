import Foundation
import PledgedCore
import PledgedTesting
import PledgedViews
import Testing

/// Pledges across articles against what people joined: twenty series of articles that tell a story over years.
struct PledgePairsTests {
    @Test func `joins what people joined, and little else`() throws {
        var pairs = try PledgePairs(SeriesArticle.folder.appendingPathComponent("pairs.tsv"))
        for series in try SeriesArticle.series() { try pairs.judge(series.articles) }
        let scores = pairs.scores
        print(
            "Pairs of pledges in 20 series: precision \(scores.precision), recall \(scores.recall): "
                + "\(scores.right) of \(scores.joined) joined, \(scores.wanted) wanted"
        )
        if let report = ProcessInfo.processInfo.environment["PAIRS_REPORT"] {
            let lines = pairs.mistakes.map {
                "\($0.isJoined ? "WRONG" : "MISSED")\t\($0.pair.left)\t\($0.pair.right)\n"
            }
            try lines.joined().write(toFile: report, atomically: true, encoding: .utf8)
        }
        #expect(scores.precision >= 0.97)
        #expect(scores.recall >= 0.69)
    }

    /// Gold articles that tell nothing twice, as people found, see `pairs-gold.tsv`.
    ///
    /// `PAIRS_FOLDERS` names further folders, whose pairs are printed.
    @Test func `joins nothing where nothing is told again`() throws {
        let gold = SeriesArticle.folder.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("PledgedExtractionTests/Gold")
        let further = ProcessInfo.processInfo.environment["PAIRS_FOLDERS"]?.split(separator: ":") ?? []
        for folder in [gold] + further.map({ URL(fileURLWithPath: String($0)) }) {
            let articles = try SeriesArticle.articles(in: folder)
            let joined = try PledgePairs.joined(articles)
            let together = Dictionary(grouping: joined.keys.sorted()) { joined[$0] }.values.filter { $0.count > 1 }
            print(
                "\(articles.count) articles of \(folder.lastPathComponent): \(joined.count) tellings, joined \(together)"
            )
            if folder == gold { #expect(Array(together) == []) }
        }
    }
}
