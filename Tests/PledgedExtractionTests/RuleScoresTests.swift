import Foundation
import PledgedCore
import PledgedLanguage
import Testing

@testable import PledgedExtraction

/// How each rule does on annotated articles: a table, and a floor under the rules that are used often.
///
/// `GOLD_FOLDERS` names further folders with articles and annotations, separated by colons.
struct RuleScoresTests {
    private struct Score {
        var found = 0
        var right = 0
        var rightParty = 0
        /// What people found that has a cue of this rule.
        var wanted = 0
    }

    /// Whether the misses are printed too.
    private static let isTold = ProcessInfo.processInfo.environment["GOLD_FOLDERS"] != nil

    @Test func `what a rule finds is mostly right`() throws {
        let folders =
            GoldArticle.Collection.allCases.map(\.folder)
            + (ProcessInfo.processInfo.environment["GOLD_FOLDERS"]?.split(separator: ":") ?? [])
            .map { URL(fileURLWithPath: String($0)) }
        let reader = try Reader()
        var scores: [String: Score] = [:]
        for folder in folders {
            for (gold, article) in try GoldArticle.all(in: folder) { Self.add(gold, article, reader, to: &scores) }
        }
        print("| rule | told by people | found | right | right party |\n| --- | --- | --- | --- | --- |")
        for (rule, score) in scores.sorted(by: { ($1.value.wanted, $0.key) < ($0.value.wanted, $1.key) }) {
            print("| `\(rule)` | \(score.wanted) | \(score.found) | \(score.right) | \(score.rightParty) |")
        }
        let weak = scores.filter { $0.value.found >= 8 && Double($0.value.right) < 0.75 * Double($0.value.found) }
        #expect(weak.keys.sorted() == [])
    }

    private static func add(
        _ gold: GoldArticle,
        _ article: Article,
        _ reader: Reader,
        to scores: inout [String: Score]
    ) {
        let explained = reader.explain(article)
        let reading = explained.reading
        var free = Array(reading.pledges.indices)
        let missed = MissedCues(article, reader)
        for wanted in gold.pledges.sorted(by: { !($0.optional ?? false) && $1.optional ?? false }) {
            let isRequest = wanted.kind == "request"
            let match = free.first { index in
                (reading.pledges[index].kind == .request) == isRequest
                    && ([wanted.anchor] + (wanted.also ?? [])).contains {
                        GoldTests.overlaps($0, reading.pledges[index].anchor, article.text)
                    }
            }
            guard let match else {
                if wanted.optional ?? false { continue }
                let rule = missed.rule(in: wanted.anchor, isRequest: isRequest) ?? "(no rule)"
                scores[rule, default: Score()].wanted += 1
                if isTold { print("missed, \(rule): \(wanted.anchor)") }
                continue
            }
            free.removeAll { $0 == match }
            if wanted.optional ?? false { continue }
            let rule = explained.pledges[match].source.name
            scores[rule, default: Score()].found += 1
            scores[rule, default: Score()].right += 1
            scores[rule, default: Score()].wanted += 1
            if hasParty(reading.pledges[match], wanted, gold, reading) {
                scores[rule, default: Score()].rightParty += 1
            }
        }
        for index in free { scores[explained.pledges[index].source.name, default: Score()].found += 1 }
    }

    /// Whether half of all parties named by either are named by both.
    private static func hasParty(
        _ pledge: Pledge,
        _ wanted: GoldArticle.Pledge,
        _ gold: GoldArticle,
        _ reading: Reading
    ) -> Bool {
        let names = wanted.by.compactMap { id in gold.actors.first { $0.id == id } }
            .map { GoldTests.folded($0.names + ($0.alt ?? [])) }
        let found = pledge.by.map { GoldTests.folded(reading.actors[$0.number - 1].names) }
        if names.isEmpty || found.isEmpty { return names.isEmpty && found.isEmpty }
        let common = names.count { name in found.contains { !$0.isDisjoint(with: name) } }
        return 2 * common >= names.count + found.count - common
    }
}

/// Which rules have a cue where people found a pledge, whether or not it came to one.
private struct MissedCues {
    private let article: Article
    private let story: Story
    private let cues: [(rule: CueRule, start: Int)]

    init(_ article: Article, _ reader: Reader) {
        self.article = article
        let story = Story(article, lexicon: reader.book.lexicon, pipeline: reader.pipeline)
        let measures = Measures(story.document, header: article.header, units: reader.book.units)
        let words = WordClasses(story: story, cast: reader.cast(of: story), measures: measures)
        cues = story.sentences.indices.flatMap { reader.book.matcher.matches(in: $0, of: words) }
            .map { (reader.book.rules[$0.rule], $0.anchorStart) }
        self.story = story
    }

    func rule(in anchor: String, isRequest: Bool) -> String? {
        guard let range = article.text.range(of: anchor) else { return nil }
        let start = article.text.utf8.distance(from: article.text.startIndex, to: range.lowerBound)
        let span = story.document.tokens(touching: start..<(start + anchor.utf8.count))
        return cues.first { span.contains($0.start) && ($0.rule.kind == .request) == isRequest }?.rule.name
    }
}
