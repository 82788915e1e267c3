import Foundation
import PledgedTesting
import Testing

@testable import PledgedLanguage

/// Throws texts of any kind at the chain from tokens to trees: nothing may crash, hang, get lost or change.
///
/// `FUZZ_SECONDS` makes it go on for so long, and every huge text be a whole MiB: for a release build, a debug build
/// needs many minutes. A failure names the seed that shows it again.
@Suite(.timeLimit(.minutes(120))) struct FuzzTests {
    /// Seconds to go on; 0 for the few rounds of an ordinary run.
    private static let seconds = ProcessInfo.processInfo.environment["FUZZ_SECONDS"].flatMap { Double($0) } ?? 0
    private static let rounds = 40 as UInt64

    private static func pipeline() throws -> Pipeline {
        try English.pipeline(English.model())
    }

    @Test func `reads whatever text comes`() throws {
        let pipeline = try Self.pipeline()
        let end = Date(timeIntervalSinceNow: Self.seconds)
        var seed: UInt64 = 0
        while seed < Self.rounds || Date() < end {
            var random = SeededGenerator(seed: seed)
            let text = FuzzText.text(pieceMax: seed % 8 == 7 ? 3_000 : 200, using: &random)
            let failures = Self.failures(pipeline, text)
            #expect(failures.isEmpty, "seed \(seed): \(failures)")
            seed += 1
        }
    }

    /// A step that looked at all the text for each token would not come to an end.
    @Test(arguments: FuzzText.Monster.allCases)
    func `reads huge texts of one kind`(monster: FuzzText.Monster) throws {
        let count = Self.seconds > 0 || monster.isCommon ? 1 << 20 : 1 << 16
        let document = try Pipeline([Tokenizer(), SentenceSplitter()]).document(monster.text(bytes: count))
        #expect(Self.tokenFailures(document).isEmpty)
        let part = monster.text(bytes: Self.seconds > 0 ? count : 1 << 15)
        #expect(Self.failures(try Self.pipeline(), part).isEmpty)
    }

    /// What is wrong with the layers; empty when nothing is.
    private static func failures(_ pipeline: Pipeline, _ text: String) -> [String] {
        let document = pipeline.document(text)
        var failures = tokenFailures(document)
        if document.tags.count != document.tokens.count { failures.append("a token without tag") }
        if document.lemmas.count != document.tokens.count { failures.append("a token without lemma") }
        failures += nameFailures(document) + treeFailures(document)
        let again = pipeline.document(text)
        if again.tokens != document.tokens || again.tags != document.tags || again.lemmas != document.lemmas
            || again.names != document.names || again.arcs != document.arcs
        {
            failures.append("another reading of the same text")
        }
        return failures
    }

    private static func nameFailures(_ document: Document) -> [String] {
        var end = 0
        for name in document.names {
            if name.span.isEmpty || name.span.start < end { return ["a name at token \(name.span.start)"] }
            end = name.span.end
        }
        return end > document.tokens.count ? ["a name beyond the text"] : []
    }

    /// Every sentence is a tree: one root, and every word leads to it.
    private static func treeFailures(_ document: Document) -> [String] {
        guard document.arcs.count == document.tokens.count else { return ["a token without arc"] }
        for sentence in document.sentences {
            let roots = sentence.span.range.filter { document.arcs[$0].head == nil }
            guard roots.count == 1 else { return ["\(roots.count) roots at token \(sentence.span.start)"] }
            var isKnown = Set(roots)
            for start in sentence.span.range {
                var path: Set<Int> = []
                var word = start
                while !isKnown.contains(word) {
                    guard path.insert(word).inserted, let head = document.arcs[word].head, sentence.span.contains(head)
                    else { return ["no way to the root from token \(start)"] }
                    word = head
                }
                isKnown.formUnion(path)
            }
        }
        return []
    }

    private static func tokenFailures(_ document: Document) -> [String] {
        var failures: [String] = []
        var end = 0
        for token in document.tokens {
            if token.bytes.lowerBound < end || token.bytes.isEmpty { failures.append("a token at \(token.bytes)") }
            if token.bytes.lowerBound > end, !isSpace(document.text(end..<token.bytes.lowerBound)) {
                failures.append("no token at \(end)")
            }
            end = token.bytes.upperBound
        }
        if !isSpace(document.text(end..<document.bytes.count)) { failures.append("no token at \(end)") }
        var token = 0
        for sentence in document.sentences {
            if sentence.span.start != token || sentence.span.isEmpty { failures.append("a sentence at token \(token)") }
            token = sentence.span.end
        }
        if token != document.tokens.count { failures.append("no sentence at token \(token)") }
        return failures
    }

    private static func isSpace(_ text: String) -> Bool {
        let table = ScalarTable.shared
        return text.unicodeScalars.allSatisfy { table.kind($0) == .space }
    }
}
