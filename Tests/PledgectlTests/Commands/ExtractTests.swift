import Foundation
import PledgedTesting
import Testing

@testable import pledgectl

@Suite struct ExtractTests {
    private static let names = [
        "2024-03-14-vietnam-korea-chip-training", "2025-04-03-gujarat-chip-cluster", "al-noor-solar-storage-newsroom",
    ]

    private static func object(_ json: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    }

    private static func objects(_ value: Any?) throws -> [[String: Any]] { try #require(value as? [[String: Any]]) }

    @Test(arguments: names)
    func `writes the scheme that people annotate in`(name: String) async throws {
        let capture = try ConsoleCapture()
        #expect(await capture.run("extract", GoldArticle.path(name)) == .done)
        #expect(try capture.errors == "")
        let record = try Self.object(try capture.output)
        let article = try #require(record["article"] as? [String: Any])
        #expect(Set(article.keys).isSuperset(of: ["date", "title", "place", "source"]))
        for actor in try Self.objects(record["actors"]) {
            #expect(Set(actor.keys).isSuperset(of: ["id", "kind", "names", "role", "of"]))
        }
        for pledge in try Self.objects(record["pledges"]) {
            #expect(
                Set(pledge.keys).isSuperset(of: [
                    "kind", "by", "by_text", "to", "speaker", "anchor", "quantity", "deadline", "said", "also",
                    "action", "cue", "confidence",
                ])
            )
        }
        for entry in try Self.objects(record["timeline"]) {
            #expect(Set(entry.keys).isSuperset(of: ["date", "anchor", "actors", "place"]))
        }
    }

    @Test(arguments: names)
    func `copies every anchor and name from the article, and names actors that are there`(name: String) async throws {
        let capture = try ConsoleCapture()
        _ = await capture.run("extract", GoldArticle.path(name))
        let (record, text) = (try Self.object(try capture.output), try GoldArticle.text(name))
        let actors = try Self.objects(record["actors"])
        let ids = Set(actors.compactMap { $0["id"] as? String })
        for name in actors.flatMap({ $0["names"] as? [String] ?? [] }) { #expect(text.contains(name)) }
        for fact in try Self.objects(record["pledges"]) + Self.objects(record["timeline"]) {
            #expect(text.contains(try #require(fact["anchor"] as? String)))
            for key in ["by", "to", "actors"] {
                #expect(ids.isSuperset(of: fact[key] as? [String] ?? []))
            }
        }
    }

    @Test func `writes the same bytes to folders as to the output, whenever it is asked`() async throws {
        let folder = try TemporaryFolder()
        let (first, second) = (try ConsoleCapture(), try ConsoleCapture())
        let paths = Self.names.map(GoldArticle.path)
        #expect(await Program.run(["extract"] + paths, on: first.console) == .done)
        #expect(await Program.run(["extract", "--output", folder.path("out")] + paths, on: second.console) == .done)
        #expect(try second.output == "")
        let written = try Self.names.map {
            try String(contentsOfFile: folder.path("out/\($0).json"), encoding: .utf8)
        }
        #expect(try written.joined() == first.output)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("out")).count == Self.names.count)
    }

    @Test func `names a bad file and goes on with the others`() async throws {
        let (folder, capture) = (try TemporaryFolder(), try ConsoleCapture())
        let status = await capture.run(
            "extract",
            folder.path("absent.txt"),
            try folder.file("empty.txt", ""),
            folder.path,
            GoldArticle.path(Self.names[0])
        )
        #expect(status == .no)
        let errors = try capture.errors.split(separator: "\n")
        #expect(errors.count == 3)
        #expect(errors[0].contains("absent.txt") && errors[1].contains("empty.txt"))
        #expect(errors[2].contains("not a regular file"))
        #expect(try Self.object(try capture.output)["article"] != nil)
    }

    @Test func `refuses two files of one name before it writes any`() async throws {
        let (folder, capture) = (try TemporaryFolder(), try ConsoleCapture())
        _ = try folder.folder("a")
        _ = try folder.folder("b")
        let status = await capture.run(
            "extract",
            "--output",
            folder.path("out"),
            try folder.file("a/story.txt", "one"),
            try folder.file("b/story.html", "two")
        )
        #expect(status == .usage)
        #expect(try capture.errors.contains("story.json"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
    }

    @Test func `replaces what it wrote before`() async throws {
        let (folder, capture) = (try TemporaryFolder(), try ConsoleCapture())
        try folder.file("\(Self.names[0]).json", "old")
        #expect(await capture.run("extract", "--output", folder.path, GoldArticle.path(Self.names[0])) == .done)
        let text = try String(contentsOfFile: folder.path("\(Self.names[0]).json"), encoding: .utf8)
        #expect(try Self.object(text)["pledges"] != nil)
    }
}
