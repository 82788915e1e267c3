import Foundation
import PledgedCore
import PledgedIntake
import Testing

extension `Intake service` {
    /// Where a file lies once its outcome is known.
    @Suite struct Outcomes {
        let bench: IntakeBench

        init() throws { bench = try IntakeBench() }

        @Test func `each kind has its folder, for user and group alone`() async throws {
            try await bench.watch { intake in
                try bench.write("drop/one.txt", "A story.")
                try await bench.settled(intake, admitted: 1)
                try bench.write("drop/two.txt", "A story.")
                try bench.write("drop/three.txt", "")
                try await bench.settled(intake, admitted: 3)
                #expect(try bench.list("outcomes") == ["accepted", "duplicate", "rejected"])
                #expect(try bench.list("outcomes/accepted") == ["one.txt"])
                #expect(try bench.list("outcomes/duplicate") == ["two.txt"])
                #expect(try bench.list("outcomes/rejected") == ["three.txt", "three.txt.reason"])
                let attributes = try FileManager.default.attributesOfItem(atPath: bench.path("outcomes/accepted"))
                #expect(attributes[.posixPermissions] as? Int == 0o750)
            }
        }

        @Test func `a name that is taken gets a number, and nothing is overwritten`() async throws {
            try await bench.watch { intake in
                for number in 1...3 {
                    try bench.write("desk/story.txt", "Version \(number).")
                    try Command.run("mv", bench.path("desk/story.txt"), bench.drop)
                    try await bench.settled(intake, admitted: number)
                }
                #expect(try bench.list("outcomes/accepted") == ["story-2.txt", "story-3.txt", "story.txt"])
                #expect(try bench.read("outcomes/accepted/story.txt") == "Version 1.")
                #expect(try bench.read("outcomes/accepted/story-3.txt") == "Version 3.")
            }
        }

        @Test func `a reason never takes the place of a file`() async throws {
            try await bench.watch { intake in
                try bench.write("drop/story.txt.reason", "")
                try await bench.settled(intake, admitted: 1)
                try bench.write("drop/story.txt", "")
                try await bench.settled(intake, admitted: 2)
                let names = ["story-2.txt", "story-2.txt.reason", "story.txt.reason", "story.txt.reason.reason"]
                #expect(try bench.list("outcomes/rejected") == names)
            }
        }

        @Test func `a file on another file system is copied, with its time`() async throws {
            let elsewhere = "/dev/shm/pledged-test-\(UUID().uuidString)"
            defer { #expect(throws: Never.self) { try FileManager.default.removeItem(atPath: elsewhere) } }
            var configuration = bench.configuration
            configuration.outcomeFolder = elsewhere
            try bench.write("desk/story.txt", "A story.")
            let date = Date(timeIntervalSince1970: 1_700_000_000)
            try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: bench.path("desk/story.txt"))
            try await bench.watch(configuration) { intake in
                try Command.run("mv", bench.path("desk/story.txt"), bench.drop)
                try await bench.settled(intake, admitted: 1)
                try Command.run("ln", "-s", "/nowhere", bench.path("drop/link.txt"))
                try await bench.settled(intake, admitted: 2)
                #expect(try bench.list("drop") == [])
                let copy = "\(elsewhere)/accepted/story.txt"
                #expect(try String(contentsOfFile: copy, encoding: .utf8) == "A story.")
                #expect(try FileManager.default.attributesOfItem(atPath: copy)[.modificationDate] as? Date == date)
                let rejected = try FileManager.default.contentsOfDirectory(atPath: "\(elsewhere)/rejected")
                #expect(rejected == ["link.txt.reason"])
            }
        }

        @Test func `a file that is kept is admitted once, however often the folder is looked through`() async throws {
            var configuration = bench.configuration
            configuration.after = .keep
            configuration.rescan = .milliseconds(20)
            try await bench.watch(configuration) { intake in
                try bench.write("drop/story.txt", "A story.")
                try bench.write("drop/empty.txt", "")
                try await bench.settled(intake, admitted: 2)
                let rescans = intake.status.counters.rescans
                try await eventually("looks") { intake.status.counters.rescans > rescans + 5 }
                #expect(bench.admission.now.admitted.count == 2)
                #expect(bench.admission.now.repeats == 0)
                #expect(intake.status.counters.foundByRescan == 0)
                // Another content under the same name is another drop.
                try bench.write("drop/story.txt", "A corrected story.")
                try await bench.settled(intake, admitted: 3)
                #expect(try bench.list("drop") == ["empty.txt", "story.txt"])
                #expect(try bench.list("outcomes/accepted") == [])
            }
            // A new intake doesn't know them, but the admission does.
            try await bench.watch(configuration) { intake in
                try await eventually("both are asked about again") { bench.admission.now.repeats >= 2 }
                #expect(bench.admission.now.admitted.count == 3)
            }
        }

        @Test func `a drop that has its outcome already is only moved`() async throws {
            try bench.write("drop/story.txt", "A story.")
            var configuration = bench.configuration
            configuration.after = .keep
            try await bench.watch(configuration) { intake in try await bench.settled(intake, admitted: 1) }
            try await bench.watch { _ in
                try await eventually("it is moved") { try bench.list("drop").isEmpty }
                #expect(bench.admission.now.admitted.count == 1)
                #expect(try bench.list("outcomes/accepted") == ["story.txt"])
            }
        }

        /// Between reading and moving, another file may come under the name: it must not leave unread.
        @Test func `a file that takes the place of one in hand is read as well`() async throws {
            try bench.write("desk/new.txt", "The new story.")
            let (old, new) = (bench.path("drop/story.txt"), bench.path("desk/new.txt"))
            bench.admission.beforeOutcomes { number in
                guard number == 1 else { return }
                try FileManager.default.removeItem(atPath: old)
                try FileManager.default.moveItem(atPath: new, toPath: old)
            }
            try await bench.watch { intake in
                try bench.write("drop/story.txt", "The old story.")
                try await bench.settled(intake, admitted: 2)
                #expect(bench.admission.now.contents(of: "story.txt") == ["The old story.", "The new story."])
                #expect(try bench.list("drop") == [])
                #expect(try bench.read("outcomes/accepted/story.txt") == "The new story.")
            }
        }

        @Test func `a file that is written on while in hand is read again`() async throws {
            let path = bench.path("drop/story.txt")
            bench.admission.beforeOutcomes { number in
                guard number == 1 else { return }
                let file = try #require(FileHandle(forWritingAtPath: path))
                try file.seekToEnd()
                try file.write(contentsOf: Data(" Its end.".utf8))
                try file.close()
            }
            try await bench.watch { intake in
                try bench.write("drop/story.txt", "Its beginning.")
                try await bench.settled(intake, admitted: 2)
                #expect(bench.admission.now.contents(of: "story.txt") == ["Its beginning.", "Its beginning. Its end."])
                #expect(try bench.read("outcomes/accepted/story.txt") == "Its beginning. Its end.")
            }
        }

        @Test func `a file that cannot be moved is listed, and moved once it can be`() async throws {
            try await bench.watch { intake in
                // A file where the folder should be.
                try FileManager.default.removeItem(atPath: bench.path("outcomes/accepted"))
                try bench.write("outcomes/accepted", "In the way.")
                try bench.write("drop/story.txt", "A story.")
                try await eventually("it is listed") { intake.status.retryingCount == 1 }
                #expect(intake.status.retrying.first?.name == "story.txt")
                #expect(intake.status.retrying.first?.sentence.contains("Not a directory") == true)
                try FileManager.default.removeItem(atPath: bench.path("outcomes/accepted"))
                try await eventually("it is moved") { try bench.list("drop").isEmpty }
                try await bench.settled(intake, admitted: 1)
                #expect(intake.status.retryingCount == 0)
                #expect(bench.admission.now.admitted.count == 1)
                #expect(intake.status.counters.outcomes == [.accepted: 1])
                #expect(try bench.list("outcomes/accepted") == ["story.txt"])
            }
        }

        @Test(arguments: ["drop", "drop/outcomes", "."])
        func `an outcome folder from which files would be dropped again is refused`(folder: String) async throws {
            var configuration = bench.configuration
            configuration.outcomeFolder = folder == "." ? bench.rootPath : bench.path(folder)
            if folder == "." { configuration.dropFolder = bench.path("accepted") }
            let refused = IntakeError.foldersOverlap(
                dropFolder: configuration.dropFolder,
                outcomeFolder: configuration.outcomeFolder
            )
            await #expect(throws: refused) {
                try await IntakeService(
                    configuration: configuration,
                    admission: bench.admission,
                    logger: IntakeBench.silentLogger
                ).run()
            }
            #expect(try bench.list("drop") == [])
        }
    }
}
