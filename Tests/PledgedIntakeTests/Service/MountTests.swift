import Foundation
import PledgedCore
import PledgedIntake
import Testing

extension `Intake service` {
    /// Other file systems in, on and instead of the drop folder.
    @Suite(.enabled(if: Mount.isPossible)) struct Mounts {
        let bench: IntakeBench

        init() throws { bench = try IntakeBench() }

        @Test func `the drop folder's file system is unmounted and mounted again`() async throws {
            try Command.run("mount", "-t", "tmpfs", "tmpfs", bench.drop)
            try await bench.watch { intake in
                #expect(intake.status.fileSystem == "tmpfs")
                try bench.write("drop/a.txt", "Story a.")
                try await bench.settled(intake, admitted: 1)
                try await eventually("it is unmounted") {
                    do { try Command.run("umount", bench.drop) } catch { return false }
                    return true
                }
                try await eventually("it turns to what lies there now") {
                    intake.status.counters.lostFolder == 1 && intake.status.state == .watching
                        && intake.status.fileSystem != "tmpfs"
                }
                try bench.write("drop/b.txt", "Story b.")
                try await bench.settled(intake, admitted: 2)
            }
        }

        @Test func `a file system is mounted over the drop folder`() async throws {
            try await bench.watch { intake in
                try Command.run("mount", "-t", "tmpfs", "tmpfs", bench.drop)
                try bench.write("drop/a.txt", "Story a.")
                try await bench.settled(intake, admitted: 1)
                #expect(intake.status.fileSystem == "tmpfs")
                #expect(try bench.read("outcomes/accepted/a.txt") == "Story a.")
            }
            try Command.run("umount", bench.drop)
        }

        @Test func `a file that is mounted from elsewhere is refused, and listed as it cannot be moved`() async throws {
            let elsewhere = try IntakeBench(isInMemory: true)
            try elsewhere.write("secret.txt", "Another file system's.")
            try bench.write("drop/story.txt", "")
            try Command.run("mount", "--bind", elsewhere.path("secret.txt"), bench.path("drop/story.txt"))
            try await bench.watch { intake in
                try await eventually("it is listed") { intake.status.retryingCount == 1 }
                #expect(bench.admission.now.contents(of: "story.txt") == [RejectionReason.otherFileSystem.rawValue])
                #expect(intake.status.retrying.first?.name == "story.txt")
            }
            try Command.run("umount", bench.path("drop/story.txt"))
            #expect(try elsewhere.read("secret.txt") == "Another file system's.")
        }
    }
}
