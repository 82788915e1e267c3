import Testing

@testable import PledgedIntake

/// When the folder is looked through, and what comes of it.
@Suite struct Rescans {
    private var tracker = ArrivalTracker(Script.settings)

    init() {
        tracker.arm(isRemote: false)
        _ = Script.look(0).play(&tracker)
    }

    private func at(_ milliseconds: Int) -> Moment { .start + .milliseconds(milliseconds) }

    @Test func `an overflow wants a look at once`() {
        var tracker = tracker
        #expect(tracker.lookDue(at: at(10)) == nil)
        tracker.note(.overflowed, at: at(10))
        #expect(tracker.lookDue(at: at(10)) == .overflow)
        #expect(tracker.overflows == 1)
    }

    @Test func `an overflow in the midst of a look wants another`() {
        var tracker = tracker
        tracker.note(.overflowed, at: at(0))
        tracker.beginLook(.overflow, at: at(0))
        tracker.note(.overflowed, at: at(0))
        tracker.endLook(at: at(0))
        #expect(tracker.lookDue(at: at(0)) == .overflow)
    }

    @Test func `overflow upon overflow leaves four fifths of the time to other work`() {
        var tracker = tracker
        tracker.note(.overflowed, at: at(0))
        tracker.beginLook(.overflow, at: at(0))
        tracker.note(.overflowed, at: at(100))
        tracker.endLook(at: at(100))
        tracker.note(.overflowed, at: at(110))
        #expect(tracker.lookDue(at: at(499)) == nil)
        #expect(tracker.nextDeadline == at(500))
        #expect(tracker.lookDue(at: at(500)) == .overflow)
    }

    @Test func `after an overflow a writer's close may have been lost`() {
        var tracker = tracker
        tracker.note(.modified("a"), at: at(0))
        tracker.note(.overflowed, at: at(10))
        let met = Script.look(10, .init("a", size: 5, age: 10))
        #expect(met.play(&tracker) == [])
        #expect(Script.time(2_010).play(&tracker) == ["a"])
    }

    @Test func `what was lost with an overflow is found`() {
        var tracker = tracker
        tracker.note(.overflowed, at: at(10))
        #expect(Script.look(10, cause: .overflow, .init("a", size: 5, age: 60_000)).play(&tracker) == ["a"])
        #expect(tracker.foundByRescan == 0)
    }

    @Test func `the safety net looks every now and then, and counts what it finds`() {
        var tracker = tracker
        #expect(tracker.lookDue(at: at(4_999)) == nil)
        #expect(tracker.lookDue(at: at(5_000)) == .periodic)
        #expect(Script.look(5_000, cause: .periodic, .init("a", size: 5, age: 60_000)).play(&tracker) == [])
        #expect(Script.time(5_200).play(&tracker) == ["a"])
        #expect(tracker.foundByRescan == 1)
    }

    @Test func `what is announced a moment after the safety net met it is no find`() {
        var tracker = tracker
        #expect(Script.look(5_000, cause: .periodic, .init("a", size: 0, age: 0)).play(&tracker) == [])
        #expect(Script.created(5_001, "a", size: 0).play(&tracker) == [])
        #expect(Script.event(5_002, .closed("a")).play(&tracker) == [])
        #expect(Script.time(5_202).play(&tracker) == ["a"])
        #expect(tracker.foundByRescan == 0)
    }

    @Test func `what went without a word is forgotten`() {
        var tracker = tracker
        tracker.note(.modified("a"), at: at(0))
        tracker.note(.modified("b"), at: at(0))
        _ = Script.look(5_000, cause: .periodic, .init("b", size: 5, age: 10)).play(&tracker)
        #expect(tracker.settlingCount == 1)
    }

    @Test func `what stays in the folder is asked about once`() {
        var tracker = tracker
        let (story, other) = (Script.Entry("a", size: 5, age: 60_000), Script.Entry("a", size: 6, age: 60_000))
        tracker.note(.movedIn("a"), at: at(0))
        #expect(tracker.take() == "a")
        tracker.release("a", .kept(story.glimpse.identity), at: at(0))
        #expect(Script.look(5_000, cause: .periodic, story).play(&tracker) == [])
        #expect(Script.time(5_200).play(&tracker) == [])
        #expect(tracker.isKept("a", story.glimpse.identity))
        _ = Script.look(10_000, cause: .periodic, other).play(&tracker)
        #expect(Script.time(10_200).play(&tracker) == ["a"])
    }

    @Test func `what is kept is forgotten once it is gone`() {
        var tracker = tracker
        for name in ["a", "b"] as [EntryName] {
            tracker.note(.movedIn(name), at: at(0))
            #expect(tracker.take() == name)
            tracker.release(name, .kept(Script.Entry("x", size: 5, age: 0).glimpse.identity), at: at(0))
        }
        tracker.note(.gone("a"), at: at(1))
        #expect(tracker.kept.count == 1)
        _ = Script.look(5_000, cause: .periodic).play(&tracker)
        #expect(tracker.kept.isEmpty)
    }

    @Test func `no more is kept in mind than there is room for, and the rest is found later`() {
        var settings = Script.settings
        settings.trackedMax = 10
        var tracker = ArrivalTracker(settings)
        tracker.arm(isRemote: false)
        let names = (0..<100).map { EntryName("\($0)") }
        for name in names { tracker.note(.movedIn(name), at: at(0)) }
        #expect(tracker.readyCount == 10)
        var seen: Set<EntryName> = []
        for round in 0..<100 where seen.count < 100 {
            while let name = tracker.take() {
                seen.insert(name)
                tracker.release(name, .moved, at: at(round))
            }
            guard let cause = tracker.lookDue(at: at(round)) else { continue }
            tracker.beginLook(cause, at: at(round))
            for name in names where !seen.contains(name) {
                tracker.meet(name, Script.Entry("x", size: 5, age: 60_000).glimpse, at: at(round))
            }
            tracker.endLook(at: at(round))
            #expect(tracker.tracked.count <= 10)
        }
        #expect(seen.count == 100)
    }

    @Test func `a remote file system is polled, and what was found must not change from look to look`() {
        var tracker = ArrivalTracker(Script.settings)
        tracker.arm(isRemote: true)
        _ = Script.look(0).play(&tracker)
        #expect(tracker.lookDue(at: at(1_000)) == .poll)
        _ = Script.look(1_000, cause: .poll, .init("a", size: 5, age: 60_000)).play(&tracker)
        _ = Script.look(2_000, cause: .poll, .init("a", size: 9, age: 60_000)).play(&tracker)
        #expect(Script.time(3_499).play(&tracker) == [])
        #expect(Script.time(3_500).play(&tracker) == ["a"])
        #expect(tracker.foundByRescan == 0)
    }

    @Test func `while there is no folder nothing is due`() {
        var tracker = tracker
        tracker.note(.movedIn("a"), at: at(0))
        tracker.note(.closed("b"), at: at(0))
        tracker.note(.lost(.deleted), at: at(1))
        #expect(tracker.lookDue(at: at(60_000)) == nil)
        #expect(tracker.nextDeadline == nil)
        #expect(Script.time(60_000).play(&tracker) == [])
        tracker.arm(isRemote: false)
        #expect(tracker.lookDue(at: at(60_000)) == .armed)
    }

    @Test func `a look that failed is due again after a second`() {
        var tracker = tracker
        tracker.beginLook(.periodic, at: at(5_000))
        tracker.failLook(at: at(5_000))
        #expect(tracker.lookDue(at: at(5_999)) == nil)
        #expect(tracker.lookDue(at: at(6_000)) == .periodic)
    }

    @Test func `writing on and on takes no more room than one write`() {
        var tracker = tracker
        for step in 0..<10_000 {
            tracker.note(.modified("a"), at: at(step))
            tracker.note(.closed("a"), at: at(step))
        }
        #expect(tracker.deadlines.count == 1)
    }
}
