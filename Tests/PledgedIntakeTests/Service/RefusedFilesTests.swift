import Foundation
import Glibc
import PledgedCore
import PledgedIntake
import Testing

extension `Intake service` {
    /// What is no article's file is turned away with a reason, and the intake goes on.
    @Suite struct RefusedFiles {
        let bench: IntakeBench

        init() throws { bench = try IntakeBench() }

        /// Drops something, and expects it in `rejected/` with `reason`, the sentence of the reason beside it.
        private func expectRefused(
            _ name: String,
            as reason: RejectionReason,
            sentence: String,
            drop: () throws -> Void
        ) async throws {
            try await bench.watch { intake in
                try drop()
                try await bench.settled(intake, admitted: 1)
                #expect(bench.admission.now.contents(of: name) == [reason.rawValue])
                #expect(try bench.list("drop") == [])
                #expect(try bench.list("outcomes/rejected") == [name, "\(name).reason"])
                #expect(try bench.read("outcomes/rejected/\(name).reason") == "\(reason.rawValue)\n\(sentence)\n")
                // And it goes on.
                try bench.write("drop/after.txt", "After it.")
                try await bench.settled(intake, admitted: 2)
            }
        }

        @Test func `a symbolic link`() async throws {
            let sentence = "It is a symbolic link, and what it leads to may change or be private. Drop the file itself."
            try await expectRefused("link.txt", as: .symbolicLink, sentence: sentence) {
                try Command.run("ln", "-s", "/etc/passwd", bench.path("drop/link.txt"))
            }
            #expect(
                try FileManager.default.destinationOfSymbolicLink(atPath: bench.path("outcomes/rejected/link.txt"))
                    == "/etc/passwd"
            )
        }

        @Test func `a link that was there before`() async throws {
            try Command.run("ln", "-s", "/nowhere", bench.path("drop/link.txt"))
            try await bench.watch { intake in
                try await bench.settled(intake, admitted: 1)
                #expect(try bench.list("outcomes/rejected") == ["link.txt", "link.txt.reason"])
            }
        }

        @Test func `a FIFO, without waiting for its writer`() async throws {
            let sentence = "It is a FIFO and not a file. Drop regular files only."
            try await expectRefused("pipe.txt", as: .notRegularFile, sentence: sentence) {
                try Command.run("mkfifo", bench.path("drop/pipe.txt"))
            }
        }

        @Test func `a socket`() async throws {
            let sentence = "It is a socket and not a file. Drop regular files only."
            try await expectRefused("socket.txt", as: .notRegularFile, sentence: sentence) {
                var address = sockaddr_un()
                address.sun_family = sa_family_t(AF_UNIX)
                let path = bench.path("drop/socket.txt")
                unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: Array(path.utf8)) }
                let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
                defer { close(descriptor) }
                let size = socklen_t(MemoryLayout<sockaddr_un>.size)
                let result = unsafe withUnsafePointer(to: &address) { pointer in
                    unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                        unsafe bind(descriptor, $0, size)
                    }
                }
                #expect(result == 0)
            }
        }

        @Test func `a file that is too large, unread`() async throws {
            let sentence =
                "It has 3000000 bytes, and at most 1048576 are read. Split it, or raise the configured limit."
            try await expectRefused("large.txt", as: .tooLarge, sentence: sentence) {
                try bench.write("desk/large.txt", String(repeating: "long ", count: 600_000))
                try Command.run("mv", bench.path("desk/large.txt"), bench.drop)
            }
        }

        @Test func `folders and names that are not meant are skipped and counted`() async throws {
            var configuration = bench.configuration
            configuration.skippedSuffixes = [".bak"]
            let skipped = [".hidden", "notes.txt~", "story.part", "Thumbs.db", "~$story.docx", "#story#", "old.bak"]
            for name in skipped { try bench.write("drop/\(name)", "No article.") }
            try bench.makeFolder("drop/folder")
            try await bench.watch(configuration) { intake in
                try bench.makeFolder("drop/another")
                try bench.makeFolder("desk/third")
                try Command.run("mv", bench.path("desk/third"), bench.drop)
                try bench.write("drop/story.txt", "An article.")
                try await bench.settled(intake, admitted: 1)
                #expect(bench.admission.now.names == ["story.txt"])
                let expected: [SkipReason: Int] = [
                    .hidden: 1, .temporary: 3, .partial: 1, .systemFile: 1, .configured: 1, .folder: 3,
                ]
                #expect(intake.status.counters.skipped == expected)
                #expect(try bench.list("drop") == (skipped + ["folder", "another", "third"]).sorted())
            }
        }

        @Test func `names of any bytes are moved as they are`() async throws {
            let names: [[UInt8]] = [
                [0x66, 0xFC, 0x72, 0x2E, 0x74, 0x78, 0x74],  // "für.txt" in Latin 1
                Array("two\nlines.txt".utf8),
                Array("-rf.txt".utf8),
                Array(String(repeating: "ờ", count: 83).utf8) + Array(".txt".utf8),
            ]
            try await bench.watch { intake in
                for (number, name) in names.enumerated() {
                    let path = Array("\(bench.drop)/".utf8) + name
                    let cPath = path.map { CChar(bitPattern: $0) } + [0]
                    let descriptor = unsafe open(cPath, O_WRONLY | O_CREAT, mode_t(0o640))
                    try #require(descriptor >= 0)
                    // The last one is empty, and rejected: its name has no room for the `.reason`.
                    if number < 3 { #expect(unsafe write(descriptor, "Text \(number).", 7) == 7) }
                    close(descriptor)
                }
                try await bench.settled(intake, admitted: 4)
                #expect(Set(bench.admission.now.names) == Set(names.map { String(decoding: $0, as: UTF8.self) }))
                #expect(try bench.list("drop") == [])
                let accepted = names[..<3].map { String(decoding: $0, as: UTF8.self) }.sorted()
                #expect(try bench.list("outcomes/accepted").count == 3)
                #expect(try Set(bench.list("outcomes/accepted")).isSuperset(of: accepted[..<2]))
                let cut = String(repeating: "ờ", count: 81) + ".txt"
                #expect(try bench.list("outcomes/rejected") == [cut, "\(cut).reason"])
            }
        }
    }
}
