import Foundation
import Glibc
import PledgedCore
import Testing

@testable import PledgedIntake

extension `Intake service` {
    /// Each way in which a file comes ends in one outcome, with all of its content.
    @Suite struct WaysToDrop {
        let bench: IntakeBench

        init() throws { bench = try IntakeBench() }

        private func expectAccepted(_ name: String, _ text: String, _ intake: IntakeService) throws {
            #expect(bench.admission.now.contents(of: name) == [text])
            #expect(try bench.list("drop") == [])
            #expect(try bench.read("outcomes/accepted/\(name)") == text)
            #expect(intake.status.counters.outcomes == [.accepted: 1])
        }

        @Test func `by cp`() async throws {
            try bench.write("desk/story.txt", "Copied.")
            try await bench.watch { intake in
                try Command.run("cp", "-p", bench.path("desk/story.txt"), bench.drop)
                try await bench.settled(intake, admitted: 1)
                try expectAccepted("story.txt", "Copied.", intake)
            }
        }

        @Test func `by mv`() async throws {
            try bench.write("desk/story.txt", "Moved.")
            try await bench.watch { intake in
                try Command.run("mv", bench.path("desk/story.txt"), bench.drop)
                try await bench.settled(intake, admitted: 1)
                try expectAccepted("story.txt", "Moved.", intake)
            }
        }

        @Test func `by ln`() async throws {
            try bench.write("desk/story.txt", "Linked.")
            try await bench.watch { intake in
                try Command.run("ln", bench.path("desk/story.txt"), bench.drop)
                try await bench.settled(intake, admitted: 1)
                try expectAccepted("story.txt", "Linked.", intake)
                #expect(try bench.read("desk/story.txt") == "Linked.")
            }
        }

        @Test(.enabled(if: Command.isInstalled("rsync"))) func `by rsync`() async throws {
            try bench.write("desk/story.txt", "Synced.")
            try await bench.watch { intake in
                try Command.run("rsync", "-a", bench.path("desk/story.txt"), "\(bench.drop)/")
                try await bench.settled(intake, admitted: 1)
                try expectAccepted("story.txt", "Synced.", intake)
                #expect(intake.status.counters.skipped[.hidden] == 1)
            }
        }

        @Test(.enabled(if: Command.isInstalled("rsync"))) func `by rsync in place`() async throws {
            try bench.write("desk/story.txt", "Synced.")
            try await bench.watch { intake in
                try Command.run("rsync", "-a", "--inplace", bench.path("desk/story.txt"), "\(bench.drop)/")
                try await bench.settled(intake, admitted: 1)
                try expectAccepted("story.txt", "Synced.", intake)
            }
        }

        @Test func `by an editor that writes beside and renames`() async throws {
            try await bench.watch { intake in
                // vim's way: a probe, a back-up, the new file, and the back-up goes.
                try bench.write("drop/4913", "")
                try FileManager.default.removeItem(atPath: bench.path("drop/4913"))
                try bench.write("drop/story.txt~", "Old.")
                try bench.write("drop/.story.txt.swp", "Edited.")
                try Command.run("mv", bench.path("drop/.story.txt.swp"), bench.path("drop/story.txt"))
                try FileManager.default.removeItem(atPath: bench.path("drop/story.txt~"))
                try await bench.settled(intake, admitted: 1)
                try expectAccepted("story.txt", "Edited.", intake)
            }
        }

        @Test func `by an editor that empties and writes`() async throws {
            var configuration = bench.configuration
            configuration.settle = .seconds(1)
            try await bench.watch(configuration) { intake in
                let path = bench.path("drop/story.txt")
                #expect(FileManager.default.createFile(atPath: path, contents: nil))
                try Data("Saved.".utf8).write(to: URL(fileURLWithPath: path))
                try await bench.settled(intake, admitted: 1)
                try expectAccepted("story.txt", "Saved.", intake)
            }
        }

        @Test func `in pieces, slowly, by a writer that keeps it open`() async throws {
            try await bench.watch { intake in
                let path = bench.path("drop/story.txt")
                #expect(FileManager.default.createFile(atPath: path, contents: nil))
                let file = try #require(FileHandle(forWritingAtPath: path))
                for piece in ["One. ", "Two. ", "Three."] {
                    try file.write(contentsOf: Data(piece.utf8))
                    // Far more than the settle time.
                    try await Task.sleep(for: .milliseconds(150))
                }
                #expect(bench.admission.now.contents(of: "story.txt").isEmpty)
                try file.close()
                try await bench.settled(intake, admitted: 1)
                try expectAccepted("story.txt", "One. Two. Three.", intake)
            }
        }

        @Test func `in pieces, by a writer that opens it anew for each`() async throws {
            var configuration = bench.configuration
            configuration.settle = .seconds(1)
            try await bench.watch(configuration) { intake in
                for piece in ["One. ", "Two. ", "Three."] {
                    try Command.run("sh", "-c", "printf '\(piece)' >> \(bench.drop)/story.txt")
                    try await Task.sleep(for: .milliseconds(50))
                }
                try await bench.settled(intake, admitted: 1)
                try expectAccepted("story.txt", "One. Two. Three.", intake)
            }
        }

        @Test func `empty, and from tomorrow, as the clock was set back since`() async throws {
            try bench.write("drop/story.txt", "")
            let tomorrow = [FileAttributeKey.modificationDate: Date.now + 86_400]
            try FileManager.default.setAttributes(tomorrow, ofItemAtPath: bench.path("drop/story.txt"))
            try await bench.watch { intake in try await bench.settled(intake, admitted: 1) }
        }

        @Test func `made empty and closed, and written later`() async throws {
            var configuration = bench.configuration
            configuration.recent = .seconds(2)
            try await bench.watch(configuration) { intake in
                try Command.run(
                    "sh",
                    "-c",
                    ": > \(bench.drop)/story.txt; sleep 0.3; printf Later. > \(bench.drop)/story.txt"
                )
                try await bench.settled(intake, admitted: 1)
                try expectAccepted("story.txt", "Later.", intake)
            }
        }

        @Test func `as an unnamed file that gets its name once it is whole`() async throws {
            try await bench.watch { intake in
                let temporaryFile: Int32 = 0o20000000 | O_DIRECTORY
                let descriptor = unsafe open(bench.drop, temporaryFile | O_WRONLY, mode_t(0o640))
                try #require(descriptor >= 0)
                #expect(unsafe write(descriptor, "Unnamed.", 8) == 8)
                let (source, target) = ("/proc/self/fd/\(descriptor)", bench.path("drop/story.txt"))
                #expect(unsafe linkat(AT_FDCWD, source, AT_FDCWD, target, AT_SYMLINK_FOLLOW) == 0)
                close(descriptor)
                try await bench.settled(intake, admitted: 1)
                try expectAccepted("story.txt", "Unnamed.", intake)
            }
        }

        @Test func `before the intake starts, the oldest first`() async throws {
            for (age, name) in [(3600, "b.txt"), (1800, "c.txt"), (900, "a.txt")] {
                try bench.write("drop/\(name)", "Story \(name).")
                let date = Date(timeIntervalSinceNow: -Double(age))
                try FileManager.default.setAttributes(
                    [.modificationDate: date],
                    ofItemAtPath: bench.path("drop/\(name)")
                )
            }
            try await bench.watch { intake in
                try await bench.settled(intake, admitted: 3)
                #expect(bench.admission.now.names == ["b.txt", "c.txt", "a.txt"])
                #expect(intake.status.counters.foundByRescan == 0)
            }
        }
    }
}
