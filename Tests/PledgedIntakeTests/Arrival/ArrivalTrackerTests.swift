import PledgedTesting
import Testing

@testable import PledgedIntake

/// A test is a list of what happens, each with its moment in milliseconds, and what is ready afterwards.
@Suite struct `Arrival tracker` {
    private func ready(after script: Script...) -> [String] {
        var tracker = ArrivalTracker(Script.settings)
        tracker.arm(isRemote: false)
        tracker.beginLook(.armed, at: .start)
        tracker.endLook(at: .start)
        return script.flatMap { $0.play(&tracker) }
    }

    @Test func `what is moved in is ready at once`() {
        #expect(ready(after: .event(0, .movedIn("a")), .time(0)) == ["a"])
    }

    @Test func `what is linked in is ready at once`() {
        #expect(ready(after: .created(0, "a", size: 5, links: 2), .time(0)) == ["a"])
    }

    @Test func `what is copied is ready once it was closed and lay still`() {
        let copy: [Script] = [.created(0, "a", size: 0), .event(1, .modified("a")), .event(2, .closed("a"))]
        #expect(ready(after: copy[0], copy[1], copy[2], .time(201)) == [])
        #expect(ready(after: copy[0], copy[1], copy[2], .time(202)) == ["a"])
    }

    @Test func `a copy that is whole before anybody looks waits for its close all the same`() {
        let events: [Script] = [
            .created(0, "a", size: 5), .event(0, .modified("a")), .time(500), .event(600, .closed("a")),
        ]
        #expect(ready(after: events[0], events[1], events[2]) == [])
        #expect(ready(after: events[0], events[1], events[2], events[3], .time(800)) == ["a"])
    }

    @Test func `an unnamed file that gets its name is ready though nobody closes it`() {
        #expect(ready(after: .created(0, "a", size: 5), .time(199)) == [])
        #expect(ready(after: .created(0, "a", size: 5), .time(200)) == ["a"])
    }

    @Test func `a later write starts the wait anew`() {
        let script: [Script] = [
            .event(0, .closed("a")), .event(150, .modified("a")), .time(1000), .event(1000, .closed("a")),
        ]
        #expect(ready(after: script[0], script[1], script[2]) == [])
        #expect(ready(after: script[0], script[1], script[2], script[3], .time(1199)) == [])
        #expect(ready(after: script[0], script[1], script[2], script[3], .time(1200)) == ["a"])
    }

    @Test func `mode and time that are set last start the wait anew`() {
        let script: [Script] = [.event(0, .closed("a")), .event(150, .attributesChanged("a"))]
        #expect(ready(after: script[0], script[1], .time(349)) == [])
        #expect(ready(after: script[0], script[1], .time(350)) == ["a"])
    }

    @Test func `a writer may be silent for long while it has the file open`() {
        let script: [Script] = [.created(0, "a", size: 0), .event(1, .modified("a")), .time(9_000), .look(9_000)]
        #expect(ready(after: script[0], script[1], script[2], script[3], .time(9_900)) == [])
    }

    @Test func `patience ends with a writer that nobody sees any more`() {
        let met = Script.Entry("a", size: 5, age: 10_001)
        let script: [Script] = [.event(0, .modified("a")), .look(10_000, met)]
        #expect(ready(after: script[0], script[1], .time(10_199)) == [])
        #expect(ready(after: script[0], script[1], .time(10_200)) == ["a"])
    }

    @Test func `a file that is gone is forgotten`() {
        #expect(ready(after: .event(0, .movedIn("a")), .event(0, .gone("a")), .time(5_000)) == [])
        #expect(ready(after: .event(0, .closed("a")), .event(100, .gone("a")), .time(5_000)) == [])
    }

    @Test func `a file that was created and is gone again is forgotten`() {
        #expect(ready(after: .event(0, .created("a")), .time(5_000)) == [])
    }

    @Test func `links, FIFOs and sockets are ready at once, to be refused`() {
        #expect(ready(after: .created(0, "a", kind: .other), .time(0)) == ["a"])
    }

    @Test func `an editor's save by renaming is one arrival`() {
        let script: [Script] = [
            .created(0, ".story.swp", size: 0), .event(1, .closed(".story.swp")), .event(2, .gone(".story.swp")),
            .event(2, .movedIn("story")),
        ]
        #expect(ready(after: script[0], script[1], script[2], script[3], .time(2), .time(1_000)) == ["story"])
    }

    @Test func `files that were there before are ready at once, the oldest first`() {
        let look = Script.look(0, .init("b", size: 1, age: 50_000), .init("a", size: 1, age: 40_000))
        #expect(ready(after: .arm, look, .time(0)) == ["b", "a"])
    }

    @Test func `a file that was there before but changed lately waits`() {
        let look = Script.look(0, .init("a", size: 1, age: 500))
        #expect(ready(after: .arm, look, .time(1_499)) == [])
        #expect(ready(after: .arm, look, .time(1_500)) == ["a"])
    }

    @Test func `its writer shows in the meantime`() {
        let script: [Script] = [.arm, .look(0, .init("a", size: 1, age: 500)), .event(1_000, .modified("a"))]
        #expect(ready(after: script[0], script[1], script[2], .time(9_000)) == [])
        #expect(ready(after: script[0], script[1], script[2], .event(9_000, .closed("a")), .time(9_200)) == ["a"])
    }

    @Test func `a time that lies ahead tells nothing`() {
        let look = Script.look(0, .init("a", size: 1, age: -3_600_000))
        #expect(ready(after: .arm, look, .time(1_999)) == [])
        #expect(ready(after: .arm, look, .time(2_000)) == ["a"])
    }

    @Test func `what is in hand is not handed out twice, but another file under its name is`() {
        var tracker = ArrivalTracker(Script.settings)
        tracker.note(.movedIn("a"), at: .start)
        #expect(tracker.take() == "a")
        #expect(tracker.take() == nil)
        tracker.note(.movedIn("a"), at: .start)
        tracker.release("a", .moved, at: .start)
        #expect(tracker.take() == "a")
    }

    @Test func `what was not admitted is next again, in its order`() {
        var tracker = ArrivalTracker(Script.settings)
        for name in ["a", "b", "c"] as [EntryName] { tracker.note(.movedIn(name), at: .start) }
        #expect([tracker.take(), tracker.take()] == ["a", "b"])
        for name in ["b", "a"] as [EntryName] { tracker.release(name, .untouched, at: .start) }
        #expect([tracker.take(), tracker.take(), tracker.take()] == ["a", "b", "c"])
    }

    @Test func `what failed is tried again after one, two, four seconds, and every thirty at last`() {
        var tracker = ArrivalTracker(Script.settings)
        tracker.note(.movedIn("a"), at: .start)
        var (now, waits): (Moment, [Duration]) = (.start, [])
        for _ in 1...7 {
            #expect(tracker.take() == "a")
            tracker.release("a", .failed("Input/output error."), at: now)
            let next = tracker.nextDeadline ?? now
            waits.append(next - now)
            now = next
            tracker.advance(to: now)
        }
        #expect(waits == [1, 2, 4, 8, 16, 30, 30].map { .seconds($0) })
        #expect(tracker.troubles == ["a": Trouble(sentence: "Input/output error.", attempts: 7)])
        #expect(tracker.take() == "a")
        tracker.release("a", .moved, at: now)
        #expect(tracker.troubles.isEmpty)
    }

    @Test func `what was put back is not taken for a finished arrival`() {
        var tracker = ArrivalTracker(Script.settings)
        tracker.note(.movedIn("a"), at: .start)
        #expect(tracker.take() == "a")
        tracker.release("a", .putBack, at: .start)
        tracker.note(.gone("a"), at: .start)
        tracker.note(.movedIn("a"), at: .start)
        #expect(tracker.take() == nil)
        tracker.advance(to: .start + .milliseconds(200))
        #expect(tracker.take() == "a")
    }
}
