import PledgedCore
import PledgedTesting
import PledgedViews
import Testing

struct OutcomesTests {
    private let first = SampleEvents.file("a.txt", size: 10, inode: .max, modified: -5)
    private let again = SampleEvents.file("b.txt", size: 10, inode: 2, modified: 6)
    private let corrected = SampleEvents.file("a.txt", size: 11, inode: 3, modified: 7)
    private let broken = SampleEvents.file("\u{FFFD}.bin", size: 0, inode: 4, modified: 8)

    private func store() throws -> TestStore {
        var store = try TestStore()
        store.log.receive(SampleEvents.article(1, notes: [.noDate]), file: first)
        store.log.add(
            .articleDuplicated(
                ArticleDuplicated(file: again, original: SampleEvents.articleID(1), originalPosition: .start)
            ),
            article: SampleEvents.articleID(1)
        )
        store.log.receive(SampleEvents.article(2), file: corrected, revises: SampleEvents.articleID(1))
        store.log.add(
            .articleRejected(
                ArticleRejected(file: broken, digest: nil, reason: .empty, sentence: "The file is empty. Fill it.")
            )
        )
        try store.catchUp()
        return store
    }

    @Test func `tells by name what became of each drop, latest first`() throws {
        let rows = try store().views.outcomes(fileName: "a.txt")
        #expect(rows.map(\.kind) == [.revised, .accepted])
        #expect(rows.map(\.file) == [corrected, first])
        #expect(rows.map(\.article) == [2, 1].map(SampleEvents.articleID))
        #expect(rows.map(\.revises) == [SampleEvents.articleID(1), nil])
        #expect(
            rows.map(\.sentence) == [
                "'a.txt' was accepted as a corrected version of 'a.txt', whose facts it replaces.",
                "'a.txt' was accepted. The file gives no date, so relative dates in it stay unresolved.",
            ]
        )
        #expect(try store().views.outcomes(fileName: "A.txt").isEmpty)
    }

    @Test func `tells of a rejection why`() throws {
        let row = try #require(try store().views.outcomes(fileName: "\u{FFFD}.bin").first)
        #expect(row.kind == .rejected)
        #expect(row.reason == .empty)
        #expect(row.sentence == "The file is empty. Fill it.")
        #expect(row.article == nil)
    }

    @Test func `knows a drop by name, size, inode and time`() throws {
        let store = try store()
        for (file, kind) in [
            (first, OutcomeKind.accepted), (again, .duplicate), (corrected, .revised), (broken, .rejected),
        ] {
            #expect(try store.views.outcome(of: file)?.kind == kind)
        }
        let others = [
            SampleEvents.file("x.txt", size: 10, inode: .max, modified: -5),
            SampleEvents.file("a.txt", size: 9, inode: .max, modified: -5),
            SampleEvents.file("a.txt", size: 10, inode: 9, modified: -5),
            SampleEvents.file("a.txt", size: 10, inode: .max, modified: -4),
        ]
        for other in others { #expect(try store.views.outcome(of: other) == nil) }
    }

    @Test func `tells by article, a duplicate being of the first one`() throws {
        let rows = try store().views.outcomes(article: SampleEvents.articleID(1))
        #expect(rows.map(\.kind) == [.duplicate, .accepted])
        #expect(
            rows[0].sentence
                == "'b.txt' holds the same bytes as 'a.txt', which was accepted before; nothing was read again."
        )
    }
}
