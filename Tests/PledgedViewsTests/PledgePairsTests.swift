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
        #expect(scores.precision >= 0.95)
        #expect(scores.recall >= 0.45)
    }
}
