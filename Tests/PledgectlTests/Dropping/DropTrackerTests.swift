import PledgedCore
import Testing

@testable import pledgectl

@Suite struct DropTrackerTests {
    private static let file = Sample.file("story.txt")

    private static func waiting() -> DropTracker {
        var tracker = DropTracker()
        tracker.wait(for: DropOutcome(path: "news/story.txt", file: file))
        return tracker
    }

    @Test func `knows an article's outcome once it is read`() {
        var tracker = Self.waiting()
        #expect(tracker.take(Sample.recorded(Sample.received(Self.file), at: 5)) == nil)
        #expect(tracker.isWaiting)
        let outcome = tracker.take(Sample.recorded(.articleRead(Sample.read), at: 9))
        #expect(outcome?.outcome == .accepted)
        #expect(outcome?.position == LogPosition(offset: 5))
        #expect(outcome?.article == Sample.article)
        #expect(
            outcome?.line(unknown: "") == "accepted  story.txt: article \(Moments.short(Sample.article)), "
                + "2 actors, 1 pledge, 0 requests, 3 happenings"
        )
        #expect(!tracker.isWaiting)
    }

    @Test func `tells a correction from a new article`() {
        var tracker = Self.waiting()
        _ = tracker.take(Sample.recorded(Sample.received(Self.file, revises: Sample.earlier)))
        let outcome = tracker.take(Sample.recorded(.articleRead(Sample.read)))
        #expect(outcome?.outcome == .revised)
        #expect(outcome?.revises == Sample.earlier)
    }

    @Test func `knows duplicates and rejections at once`() {
        var tracker = Self.waiting()
        let duplicated = ArticleDuplicated(file: Self.file, original: Sample.earlier, originalPosition: .start)
        #expect(tracker.take(Sample.recorded(.articleDuplicated(duplicated)))?.article == Sample.earlier)
        #expect(!tracker.isWaiting)

        tracker = Self.waiting()
        let rejected = ArticleRejected(file: Self.file, digest: nil, reason: .binary, sentence: "It is binary.")
        let outcome = tracker.take(Sample.recorded(.articleRejected(rejected), about: nil))
        #expect(outcome?.line(unknown: "") == "rejected  story.txt: It is binary. (binary)")
        #expect(!tracker.isWaiting)
    }

    @Test func `is not taken in by another drop of the same name`() {
        var tracker = Self.waiting()
        let other = Sample.file("story.txt", inode: 2)
        #expect(tracker.take(Sample.recorded(Sample.received(other))) == nil)
        #expect(tracker.take(Sample.recorded(.articleRead(Sample.read))) == nil)
        #expect(tracker.incomplete.map(\.outcome) == [nil])
    }

    @Test func `tells what it knows when time is up`() {
        var tracker = Self.waiting()
        _ = tracker.take(Sample.recorded(Sample.received(Self.file)))
        #expect(tracker.incomplete.map(\.outcome) == [.accepted])
    }
}
