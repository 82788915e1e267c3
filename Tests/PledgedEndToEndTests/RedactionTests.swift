import Foundation
import PledgedTesting
import Testing

/// An article's words leave the running daemon, its files and its answers, whatever comes between.
@Suite struct RedactionTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func start() async throws -> DaemonProcess {
        let daemon = try DaemonProcess(in: folder, flags: ["--log-segment-bytes", "65536"])
        try await daemon.waitUntilReady()
        return daemon
    }

    private func drop(_ numbers: ClosedRange<Int>, on daemon: DaemonProcess) async throws {
        for number in numbers {
            try folder.file("incoming", SampleArticle.text(number))
            let target = "\(daemon.dropFolder)/\(number).txt"
            try FileManager.default.moveItem(atPath: folder.path("incoming"), toPath: target)
        }
        #expect(try await eventually { try daemon.outcomes("accepted").count >= numbers.upperBound })
    }

    /// The id of an article that was dropped.
    private func article(_ number: Int, _ daemon: DaemonProcess) async throws -> String {
        let received = try await daemon.events("&type=article.received").first { event in
            let data = event["data"] as? [String: Any]
            return (data?["file"] as? [String: Any])?["name"] as? String == "\(number).txt"
        }
        return try #require(received?["subject"] as? String)
    }

    /// The articles that `/articles` says were redacted, and where.
    private func redactedAt(_ daemon: DaemonProcess) async throws -> [String: Int] {
        let reply = try await daemon.curl("/articles?limit=100").output
        let page = try JSONSerialization.jsonObject(with: Data(reply.utf8)) as? [String: Any]
        var redacted: [String: Int] = [:]
        for row in try #require(page?["items"] as? [[String: Any]]) {
            if let position = row["redacted"] as? Int { redacted[try #require(row["id"] as? String)] = position }
        }
        return redacted
    }

    private static func redact(_ article: String, by socket: String) async throws -> Program.Result {
        try await Program.run(
            Program.path("pledgectl"),
            ["log", "redact", article, "--reason", "The agency asked."],
            environment: ["PLEDGED_SOCKET": socket]
        )
    }

    /// The daemon's files that hold words of an article; what was dropped is the user's own.
    private func filesWithWords(of number: Int) throws -> [String] {
        let state = folder.path("state")
        let files = try FileManager.default.subpathsOfDirectory(atPath: state).filter { !$0.hasPrefix("outcomes") }
        return try files.filter { file in
            try bytes(ofFile: "\(state)/\(file)").range(of: Data("hire \(number + 100) welders".utf8)) != nil
        }
    }

    /// None of what is no file, or goes while this looks: views that are built anew replace the old ones.
    private func bytes(ofFile path: String) throws -> Data {
        do {
            let kind = try FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
            return kind == .typeRegular ? try Data(contentsOf: URL(fileURLWithPath: path)) : Data()
        } catch let error as CocoaError {
            guard error.code == .fileReadNoSuchFile else { throw error }
            return Data()
        }
    }

    private func check(_ daemon: DaemonProcess) async throws {
        let log = try await Program.run(Program.path("pledgectl"), ["log", "verify", folder.path("state/log")])
        #expect(log.status == 0, "\(log.output)\(log.errors)")
        let views = try await daemon.pledgectl("verify")
        #expect(views.status == 0, "\(views.output)\(views.errors)")
    }

    @Test func `no word of it is left, and all else is`() async throws {
        var daemon = try await start()
        try await drop(1...30, on: daemon)
        let id = try await article(3, daemon)
        #expect(try !filesWithWords(of: 3).isEmpty)
        let before = try await daemon.events().count
        let done = try await Self.redact(String(id.prefix(8)), by: daemon.socket)
        #expect(done.status == 0, "\(done.output)\(done.errors)")
        #expect(done.output.contains("3.txt"))
        // The views' old file goes when its last reader lets go.
        #expect(try await eventually { try filesWithWords(of: 3) == [] })
        #expect(try !filesWithWords(of: 4).isEmpty)
        let events = try await daemon.curl("/events?live=false", "-H", "Accept: application/x-ndjson")
        #expect(!events.output.contains("103 welders"))
        #expect(try await daemon.events().count == before + 1)
        #expect(try await !daemon.pledgectl("pledges", "--all", "--json").output.contains("103 welders"))
        let redacted = try await daemon.events("&type=article.redacted")
        #expect((redacted.first?["data"] as? [String: Any])?["reason"] as? String == "The agency asked.")
        let sequence = try #require(redacted.first?["id"] as? String)
        let position = try #require(Int(sequence))
        let list = try await daemon.pledgectl("articles", "--all").output.split(separator: "\n")
        #expect(list.filter { $0.contains("redacted \(position)") && $0.contains(id.prefix(12)) }.count == 1)
        #expect(list.filter { $0.contains("redacted") }.count == 1)
        #expect(try await redactedAt(daemon) == [id: position])
        let verified = try await Program.run(Program.path("pledgectl"), ["log", "verify", folder.path("state/log")])
        #expect(verified.output.contains("redacted  1 entry"), "\(verified.output)")
        try await check(daemon)

        let again = try await Self.redact(id, by: daemon.socket)
        #expect(again.status == 2)
        #expect(again.errors.contains("were taken out before"), "\(again.errors)")
        let unknown = try await Self.redact(String(repeating: "0", count: 64), by: daemon.socket)
        #expect(unknown.status == 2)
        #expect(unknown.errors.contains("holds no article"), "\(unknown.errors)")
        let prefix = try await Self.redact("000000", by: daemon.socket)
        #expect(prefix.status == 2)

        #expect(try await daemon.stop() == 0)
        daemon = try await start()
        #expect(try filesWithWords(of: 3) == [])
        let rebuilt = try await daemon.pledgectl("rebuild")
        #expect(rebuilt.status == 0)
        #expect(try await redactedAt(daemon) == [id: position])
        #expect(try filesWithWords(of: 3) == [])
        // The very file comes again: known, for ever.
        try folder.file("incoming", SampleArticle.text(3))
        try FileManager.default.moveItem(atPath: folder.path("incoming"), toPath: "\(daemon.dropFolder)/again.txt")
        #expect(try await eventually { try daemon.outcomes("duplicate").count == 1 })
        #expect(try filesWithWords(of: 3) == [])
        #expect(try await daemon.pledgectl("reread", "--article", id).status != 0)
        try await check(daemon)
    }

    @Test func `what a kill cuts short is done whole or not at all`() async throws {
        var daemon = try await start()
        try await drop(1...40, on: daemon)
        for number in 1...8 {
            let id = try await article(number, daemon)
            let socket = daemon.socket
            async let cut = Self.redact(id, by: socket)
            try await Task.sleep(for: .milliseconds(number * 12))
            daemon.kill(SIGKILL)
            _ = try await daemon.exitStatus()
            _ = try await cut
            daemon = try await start()
            let said = try await daemon.events("&type=article.redacted").contains { $0["subject"] as? String == id }
            #expect(try await eventually { try filesWithWords(of: number).isEmpty == said }, "article \(number)")
            try await check(daemon)
        }
    }
}
