import Foundation
import PledgedArticles
import PledgedCore
import Testing

@Suite struct `The sample articles` {
    private static var files: [URL] {
        get throws {
            let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            let folder = tests.deletingLastPathComponent().appending(path: "seeds").resolvingSymlinksInPath()
            return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        }
    }

    @Test func `are read in English with a title, and all but one with a date`() throws {
        let articles = try Self.files.map { file in
            try ArticleParser().parse(Array(try Data(contentsOf: file)), fileName: file.lastPathComponent)
        }
        #expect(articles.count == 12)
        #expect(articles.allSatisfy { $0.header.title != nil && $0.header.language == "en" })
        #expect(articles.filter { $0.notes == [.noDate] }.count == 1)
        #expect(articles.filter { $0.notes.isEmpty }.count == 11)
    }

    @Test func `hold between 150 and 350 words of story`() throws {
        for file in try Self.files {
            let article = try ArticleParser().parse(Array(try Data(contentsOf: file)), fileName: file.lastPathComponent)
            let story = article.texts(.paragraph) + article.texts(.listItem) + article.texts(.boilerplate)
            let words = story.joined(separator: " ").split(whereSeparator: \.isWhitespace).count
            #expect((150...350).contains(words), "\(file.lastPathComponent)")
        }
    }
}
