import Foundation
import PledgedTesting
import Testing

/// Every way in which a user gets a file into the folder ends in exactly one outcome.
@Suite struct DropTests {
    private let folder: TemporaryFolder
    private let daemon: DaemonProcess

    init() async throws {
        folder = try TemporaryFolder()
        daemon = try DaemonProcess(in: folder)
        try await daemon.waitUntilReady()
    }

    private func shell(_ script: String) async throws {
        let result = try await Program.run("/bin/bash", ["-euc", script, "test", daemon.dropFolder, folder.path])
        try #require(result.status == 0, "\(result.errors)")
    }

    private func isAccepted(_ name: String) async throws -> Bool {
        try await eventually { try daemon.outcomes("accepted").contains(name) }
    }

    @Test(arguments: [
        ("cp", #"cp "$2/a.txt" "$1/a.txt""#),
        ("mv", #"mv "$2/a.txt" "$1/a.txt""#),
        ("ln", #"ln "$2/a.txt" "$1/a.txt""#),
        ("an editor that renames", #"cp "$2/a.txt" "$1/.a.txt.swp"; mv "$1/.a.txt.swp" "$1/a.txt""#),
        ("an editor that writes in place", #"cp "$2/a.txt" "$1/a.txt"; : >"$1/a.txt"; cat "$2/a.txt" >"$1/a.txt""#),
        ("rsync", #"rsync "$2/a.txt" "$1/a.txt""#),
        (
            "slow pieces",
            #"exec 3>"$1/a.txt"; split -b 100 --filter='cat >&3; sleep 0.02' "$2/a.txt"; sleep 0.3; printf '\n' >&3"#
        ),
    ])
    func `one outcome for`(way: String, script: String) async throws {
        try folder.file("a.txt", SampleArticle.text(1))
        try await shell(script)
        #expect(try await isAccepted("a.txt"))
        #expect(try await daemon.count("article.received") == 1)
        #expect(try await daemon.count("article.duplicated,article.rejected") == 0)
        #expect(try daemon.dropped() == [])
        let why = try await daemon.pledgectl("why", "a.txt")
        #expect(why.status == 0 && why.output.contains("accepted"), "\(why.output)\(why.errors)")
    }

    @Test func `pledgectl drop ends when the views show the article`() async throws {
        for number in 1...5 {
            let file = try folder.file("story-\(number).txt", SampleArticle.text(number))
            let drop = try await daemon.pledgectl("drop", file)
            #expect(drop.status == 0 && drop.output.contains("accepted"), "\(drop.output)\(drop.errors)")
            let articles = try await daemon.pledgectl("articles", "--json")
            #expect(articles.output.contains("story-\(number).txt"), "\(articles.output)\(articles.errors)")
        }
    }

    @Test func `the same bytes are a duplicate, other bytes under the same name a revision`() async throws {
        try folder.file("a.txt", SampleArticle.text(1))
        try await shell(#"cp "$2/a.txt" "$1/a.txt""#)
        #expect(try await isAccepted("a.txt"))
        try await shell(#"cp "$2/a.txt" "$1/b.txt""#)
        #expect(try await eventually { try daemon.outcomes("duplicate") == ["b.txt"] })
        try folder.file("a.txt", SampleArticle.text(2))
        try await shell(#"cp "$2/a.txt" "$1/a.txt""#)
        #expect(try await eventually { try await daemon.count("article.received") == 2 })
        let received = try await daemon.events("&type=article.received")
        let revised = (received.last?["data"] as? [String: Any])?["revises"] as? String
        #expect(revised == received.first?["subject"] as? String)
        let why = try await daemon.pledgectl("why", "b.txt")
        #expect(why.output.contains("duplicate") && why.output.contains("a.txt"), "\(why.output)\(why.errors)")
        // Known for ever: after a restart as well.
        #expect(try await daemon.stop() == 0)
        let second = try DaemonProcess(in: folder)
        try await second.waitUntilReady()
        try await shell(#"cp "$2/a.txt" "$1/c.txt""#)
        #expect(try await eventually { try second.outcomes("duplicate") == ["b.txt", "c.txt"] })
    }

    @Test(arguments: [
        ("empty", #": >"$1/x""#),
        ("binary", #"head -c 5000 /dev/zero >"$1/x""#),
        ("too-large", #"yes 'A line of news.' | head -c 1048577 >"$1/x""#),
        ("symbolic-link", #"ln -s /etc/hostname "$1/x""#),
        ("not-regular-file", #"mkfifo "$1/x""#),
    ])
    func `a bad file is rejected with its reason`(reason: String, script: String) async throws {
        try await shell(script)
        #expect(try await eventually { try daemon.outcomes("rejected").count == 2 })
        #expect(try daemon.outcomes("rejected") == ["x", "x.reason"])
        let note = try String(contentsOfFile: "\(daemon.outcomesFolder)/rejected/x.reason", encoding: .utf8)
        #expect(note.contains(reason), "\(note)")
        let rejected = try await daemon.events("&type=article.rejected")
        #expect((rejected.first?["data"] as? [String: Any])?["reason"] as? String == reason)
        // The daemon is unharmed.
        try folder.file("a.txt", SampleArticle.text(1))
        try await shell(#"cp "$2/a.txt" "$1/a.txt""#)
        #expect(try await isAccepted("a.txt"))
        let why = try await daemon.pledgectl("why", "x")
        #expect(why.output.contains("rejected") && why.output.contains(reason), "\(why.output)\(why.errors)")
    }

    @Test func `hidden, temporary and partial names are left alone`() async throws {
        for name in [".hidden", "a.part", "b.tmp", "c~"] { try folder.file("drop/\(name)", SampleArticle.text(1)) }
        try folder.file("a.txt", SampleArticle.text(2))
        try await shell(#"cp "$2/a.txt" "$1/a.txt""#)
        #expect(try await isAccepted("a.txt"))
        #expect(try Set(daemon.dropped()) == [".hidden", "a.part", "b.tmp", "c~"])
        #expect(try await daemon.count("article.received") == 1)
    }

    @Test func `an article that is not English or has no date is accepted, and its reader told`() async throws {
        try folder.file(
            "french.txt",
            """
            Le gouvernement français a annoncé mardi qu'il investirait deux milliards d'euros dans les usines de la région \
            d'ici à 2030. Les syndicats ont demandé que les emplois soient conservés pendant les travaux.
            """
        )
        try folder.file("undated.txt", "Acme Motors will build two plants in Norway by 2030, the company said.\n")
        try await shell(#"cp "$2/french.txt" "$2/undated.txt" "$1/""#)
        let french = try await isAccepted("french.txt")
        let undated = try await isAccepted("undated.txt")
        #expect(french && undated)
        #expect(try await daemon.pledgectl("why", "french.txt").output.contains("not English"))
        #expect(try await daemon.pledgectl("why", "undated.txt").output.contains("no date"))
    }

    @Test func `files that were there before the start are taken in, and kept where the user says so`() async throws {
        #expect(try await daemon.stop() == 0)
        for number in 1...5 { try folder.file("drop/\(number).txt", SampleArticle.text(number)) }
        let keeper = try DaemonProcess(in: folder, flags: ["--drop-after", "keep"])
        try await keeper.waitUntilReady()
        #expect(try await eventually { try await keeper.count("article.received") == 5 })
        #expect(try keeper.dropped().count == 5)
        // Neither a rescan nor a restart takes them in again.
        #expect(try await keeper.stop() == 0)
        let again = try DaemonProcess(in: folder, flags: ["--drop-after", "keep"])
        try await again.waitUntilReady()
        try folder.file("drop/6.txt", SampleArticle.text(6))
        #expect(try await eventually { try await again.count("article.received") == 6 })
        #expect(try await again.count("article.duplicated") == 0)
    }
}
