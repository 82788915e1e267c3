import Foundation
import PledgedCore
import PledgedLanguage
import Testing

@testable import PledgedExtraction

/// How the reader does on annotated articles, by rule, by kind and by confidence: the tables of the article on the reader.
///
/// `GOLD_FOLDERS` names further folders with articles and annotations, separated by colons; then what was missed is told too.
struct ReaderScoresTests {
    @Test func `what a rule finds is mostly right, and sure facts are`() throws {
        let further = ProcessInfo.processInfo.environment["GOLD_FOLDERS"]?.split(separator: ":") ?? []
        let folders =
            GoldArticle.Collection.allCases.map(\.folder) + further.map { URL(fileURLWithPath: String($0)) }
        let reader = try Reader()
        var scores = ReaderScores()
        for folder in folders {
            for (gold, article) in try GoldArticle.all(in: folder) { scores.add(gold, article, reader) }
        }
        print(scores.tables.joined(separator: "\n"))
        if !further.isEmpty { print(scores.missed.map { "missed, \($0)" }.joined(separator: "\n")) }
        #expect(scores.weakRules == [])
        let sure = try #require(scores.byConfidence[90])
        #expect(sure.right * 10 >= sure.found * 9)
    }
}

/// What was found in articles, held against what people found.
struct ReaderScores {
    struct Score {
        var found = 0
        /// Found by people too.
        var right = 0
        /// And with the party that they gave.
        var rightParty = 0
        /// What people found that has a cue of this rule.
        var told = 0
    }

    static let noRule = "(no rule)"
    private static let nothing = "none"

    private(set) var byRule: [String: Score] = [:]
    /// By the lowest confidence of ten, per cent.
    private(set) var byConfidence: [Int: Score] = [:]
    /// By people's kind, then the reader's.
    private(set) var byKind: [String: [String: Int]] = [:]
    /// Rule and words.
    private(set) var missed: [String] = []

    /// Rules that are used often and are wrong more often than once in four.
    var weakRules: [String] {
        byRule.filter { $0.value.found >= 8 && $0.value.right * 4 < $0.value.found * 3 }.keys.sorted()
    }

    /// As Markdown, line by line.
    var tables: [String] {
        let rules = byRule.sorted { ($1.value.told, $0.key) < ($0.value.told, $1.key) }.map { rule, score in
            "| `\(rule)` | \(score.told) | \(score.found) | \(score.right) | \(score.rightParty) |"
        }
        let bands = byConfidence.sorted { $0.key > $1.key }.map { confidence, score in
            "| \(confidence) | \(score.found) | \(score.right) | \(score.rightParty) |"
        }
        let kinds = Pledge.Kind.allCases.map(\.rawValue) + [Self.nothing]
        let confusion = kinds.map { wanted in
            "| \(wanted) | " + kinds.map { "\(byKind[wanted]?[$0] ?? 0)" }.joined(separator: " | ") + " |"
        }
        return ["| rule | told by people | found | right | right party |"] + rules
            + ["| confidence | found | right | right party |"] + bands
            + ["| by people, by the reader | \(kinds.joined(separator: " | ")) |"] + confusion
    }

    mutating func add(_ gold: GoldArticle, _ article: Article, _ reader: Reader) {
        let explained = reader.explain(article)
        let reading = explained.reading
        let cues = Cues(article, reader)
        var free = Array(reading.pledges.indices)
        // What careful readers disagree about counts neither way, and takes what is left.
        for wanted in gold.pledges.sorted(by: { !($0.optional ?? false) && $1.optional ?? false }) {
            let match = free.first { wanted.isTold(by: reading.pledges[$0], in: article) }
            free.removeAll { $0 == match }
            if wanted.optional ?? false { continue }
            guard let match else {
                let rule = cues.rule(in: wanted) ?? Self.noRule
                byRule[rule, default: Score()].told += 1
                byKind[wanted.kind, default: [:]][Self.nothing, default: 0] += 1
                missed.append("\(rule): \(wanted.anchor)")
                continue
            }
            let pledge = reading.pledges[match]
            byKind[wanted.kind, default: [:]][pledge.kind.rawValue, default: 0] += 1
            let hasParty = wanted.names(theSameAs: pledge, gold, reading)
            let score = Score(found: 1, right: 1, rightParty: hasParty ? 1 : 0, told: 1)
            count(score, explained.pledges[match].source.name, pledge.confidence)
        }
        for index in free {
            let pledge = reading.pledges[index]
            byKind[Self.nothing, default: [:]][pledge.kind.rawValue, default: 0] += 1
            count(Score(found: 1), explained.pledges[index].source.name, pledge.confidence)
        }
    }

    private mutating func count(_ score: Score, _ rule: String, _ confidence: Int) {
        byRule[rule, default: Score()] += score
        byConfidence[confidence / 10 * 10, default: Score()] += score
    }
}

extension ReaderScores.Score {
    static func += (one: inout Self, other: Self) {
        one.found += other.found
        one.right += other.right
        one.rightParty += other.rightParty
        one.told += other.told
    }
}

/// Which rules have a cue where people found a pledge, whether or not it came to one.
private struct Cues {
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

    func rule(in pledge: GoldArticle.Pledge) -> String? {
        guard let range = GoldTests.range(of: pledge.anchor, in: article.text) else { return nil }
        let span = story.document.tokens(touching: range)
        return cues.first { span.contains($0.start) && ($0.rule.kind == .request) == pledge.isRequest }?.rule.name
    }
}

extension GoldArticle.Pledge {
    fileprivate var isRequest: Bool { kind == Pledge.Kind.request.rawValue }

    fileprivate func isTold(by pledge: Pledge, in article: Article) -> Bool {
        (pledge.kind == .request) == isRequest
            && ([anchor] + (also ?? [])).contains { GoldTests.overlaps($0, pledge.anchor, article.text) }
    }

    /// Whether half of all parties named by either are named by both.
    fileprivate func names(theSameAs pledge: Pledge, _ gold: GoldArticle, _ reading: Reading) -> Bool {
        let wanted = by.compactMap { id in gold.actors.first { $0.id == id } }
            .map { GoldTests.folded($0.names + ($0.alt ?? [])) }
        let found = pledge.by.map { GoldTests.folded(reading.actors[$0.number - 1].names) }
        if wanted.isEmpty || found.isEmpty { return wanted.isEmpty && found.isEmpty }
        let common = wanted.count { names in found.contains { !$0.isDisjoint(with: names) } }
        return 2 * common >= wanted.count + found.count - common
    }
}
