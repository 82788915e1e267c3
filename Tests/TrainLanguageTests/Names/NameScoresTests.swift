import Foundation
import PledgedLanguage
import Testing

@testable import train_language

@Suite struct NameScoresTests {
    @Test func `counts a name only where span and kind are right`() {
        var scores = NameScores()
        let gold = [NameScores.Entry(start: 0, end: 2, kind: .person), .init(start: 5, end: 6, kind: .place)]
        let found = [NameScores.Entry(start: 0, end: 2, kind: .person), .init(start: 5, end: 6, kind: .country)]
        scores.add(found: found, gold: gold) { "\($0.start)" }
        #expect(scores.total == NameScores.Count(right: 1, found: 2, gold: 2))
        #expect(scores.counts[.person]?.measure == 100)
        #expect(scores.errors == ["missed LOC 5", "wrong  CTRY 5"])
    }

    @Test func `reads names from columns`() {
        let sentence = NamedSentence(
            words: ["Ana", "Lima", "left", "Georgia", "Georgia"],
            labels: ["B-PER", "I-PER", "O", "B-LOC", "B-LOC"],
            startsDocument: true
        )
        let documents = NamedDocument.all([sentence])
        #expect(
            documents.map(\.names) == [[Name(Span(0, 2), .person), Name(Span(3, 4), .place), Name(Span(4, 5), .place)]]
        )
    }

    /// Names whose parts no training data holds, for `evaluate`: sixty in each region's file.
    @Test func `has held-out names to score`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "HeldOutNames")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".txt") }
        #expect(files.count == 8)
        for file in files {
            let articles = try MarkedTextFile.articles(folder.appending(path: file).path())
            #expect(articles.count == 60)
            #expect(articles.allSatisfy { $0.marks.count == 2 && $0.marks[0].kind == .person })
        }
    }
}
