import Foundation
import PledgedCore
import PledgedIntake
import Testing

extension `Intake service` {
    /// Whatever is taken away from under the intake, it says so, waits, and loses nothing.
    @Suite struct Troubles {
        let bench: IntakeBench

        init() throws { bench = try IntakeBench() }

        private func isDegraded(_ intake: IntakeService, saying words: String) -> Bool {
            guard case .degraded(let sentence) = intake.status.state else { return false }
            return sentence.contains(words)
        }

        private func make(_ folder: String, with name: String) throws {
            try bench.makeFolder(folder)
            try bench.write("\(folder)/\(name)", "Story \(name).")
        }

        @Test func `the drop folder is missing at the start`() async throws {
            try FileManager.default.removeItem(atPath: bench.drop)
            try await bench.run { intake in
                try await eventually("it says so") { isDegraded(intake, saying: "There is no folder") }
                try make("drop", with: "a.txt")
                try await bench.settled(intake, admitted: 1)
                #expect(intake.status.state == .watching)
            }
        }

        @Test func `the drop folder is deleted and made again`() async throws {
            try await bench.watch { intake in
                for number in 1...2 {
                    try FileManager.default.removeItem(atPath: bench.drop)
                    try await eventually("it says so") { isDegraded(intake, saying: "folder") }
                    try make("drop", with: "a\(number).txt")
                    try await eventually("it watches again") { intake.status.state == .watching }
                    try bench.write("drop/b\(number).txt", "Story b\(number).")
                    try await bench.settled(intake, admitted: 2 * number)
                }
                #expect(bench.admission.now.names.sorted() == ["a1.txt", "a2.txt", "b1.txt", "b2.txt"])
                #expect(intake.status.counters.lostFolder == 2)
            }
        }

        @Test func `the drop folder is moved away and another takes its place`() async throws {
            try await bench.watch { intake in
                try Command.run("mv", bench.drop, bench.path("old"))
                try await eventually("it says so") { isDegraded(intake, saying: "folder") }
                try bench.write("old/stray.txt", "Not dropped.")
                try make("drop", with: "a.txt")
                try await eventually("it watches again") { intake.status.state == .watching }
                try bench.write("old/stray2.txt", "Not dropped.")
                try bench.write("drop/b.txt", "Story b.txt.")
                try await bench.settled(intake, admitted: 2)
                #expect(bench.admission.now.names.sorted() == ["a.txt", "b.txt"])
            }
        }

        @Test func `a folder above is moved, which nobody announces`() async throws {
            try bench.makeFolder("above/drop")
            var configuration = bench.configuration
            configuration.dropFolder = bench.path("above/drop")
            try await bench.watch(configuration) { intake in
                try Command.run("mv", bench.path("above"), bench.path("elsewhere"))
                try make("above/drop", with: "a.txt")
                try await bench.settled(intake, admitted: 1)
                #expect(intake.status.counters.lostFolder == 1)
            }
        }

        @Test func `a link to the drop folder is turned to another`() async throws {
            try make("second", with: "a.txt")
            try Command.run("ln", "-s", bench.drop, bench.path("link"))
            var configuration = bench.configuration
            configuration.dropFolder = bench.path("link")
            try await bench.watch(configuration) { intake in
                try Command.run("ln", "-sfn", bench.path("second"), bench.path("link"))
                try await bench.settled(intake, admitted: 1)
                #expect(bench.admission.now.names == ["a.txt"])
            }
        }

        @Test func `the admission takes nothing for a while`() async throws {
            try await bench.watch { intake in
                bench.admission.set(isFull: true)
                for number in 1...5 { try bench.write("drop/\(number).txt", "Story \(number).") }
                try await eventually("it says so") {
                    intake.status.state == .paused("No space left on device.") && intake.status.counters.pauses >= 1
                }
                #expect(try bench.list("drop").count == 5)
                bench.admission.set(isFull: false)
                try await bench.settled(intake, admitted: 5)
                #expect(Set(bench.admission.now.names) == ["1.txt", "2.txt", "3.txt", "4.txt", "5.txt"])
                #expect(bench.admission.now.repeats == 0)
                #expect(intake.status.state == .watching)
                #expect(try bench.list("drop") == [])
            }
        }

        @Test func `the batch in hand is finished before it stops, and no other is begun`() async throws {
            for number in 1...3 { try bench.write("drop/\(number).txt", "Story \(number).") }
            var configuration = bench.configuration
            configuration.batchMax = 1
            let (stream, go) = AsyncStream<Void>.makeStream()
            let admission = SlowAdmission(bench.admission, until: stream)
            let intake = IntakeService(
                configuration: configuration,
                admission: admission,
                logger: IntakeBench.silentLogger
            )
            try await bench.run(intake) { intake in
                try await eventually("one is in hand") { intake.status.inHand == 1 }
                // Graceful shutdown comes right after this; the admission ends a moment later.
                Task {
                    try await Task.sleep(for: .milliseconds(200))
                    go.finish()
                }
            }
            #expect(bench.admission.now.admitted.count == 1)
            #expect(try bench.list("drop").count == 2)
            #expect(try bench.list("outcomes/accepted").count == 1)
            #expect(intake.status.state == .stopped)
        }

        @Test func `cancelled, it stops without an outcome, and can be run again`() async throws {
            try bench.write("drop/story.txt", "A story.")
            let (stream, _) = AsyncStream<Void>.makeStream()
            let stuck = IntakeService(
                configuration: bench.configuration,
                admission: SlowAdmission(bench.admission, until: stream),
                logger: IntakeBench.silentLogger
            )
            let task = Task { try await stuck.run() }
            try await eventually("it is in hand") { stuck.status.inHand == 1 }
            task.cancel()
            try await task.value
            #expect(try bench.list("drop") == ["story.txt"])
            try await bench.watch { intake in try await bench.settled(intake, admitted: 1) }
        }

        @Test func `one service runs again and again, and counts on`() async throws {
            let intake = IntakeService(
                configuration: bench.configuration,
                admission: bench.admission,
                logger: IntakeBench.silentLogger
            )
            for number in 1...5 {
                try await bench.run(intake) { intake in
                    try await eventually("it watches") { intake.status.state == .watching }
                    try bench.write("drop/\(number).txt", "Story \(number).")
                    try await bench.settled(intake, admitted: number)
                }
            }
            #expect(intake.status.counters.outcomes == [.accepted: 5])
        }

        @Test func `a second intake in the process is refused`() async throws {
            try await bench.watch { _ in
                let other = try IntakeBench()
                let second = IntakeService(
                    configuration: other.configuration,
                    admission: other.admission,
                    logger: IntakeBench.silentLogger
                )
                await #expect(throws: IntakeError.alreadyWatching) { try await second.run() }
            }
        }

        @Test func `it comes round every second though nothing happens`() async throws {
            let configuration = IntakeConfiguration(dropFolder: bench.drop, outcomeFolder: bench.outcomes)
            try await bench.watch(configuration) { intake in
                let first = intake.status.lastProgress
                try await eventually("it came round twice") { intake.status.lastProgress - first > .seconds(1.5) }
            }
        }
    }
}
