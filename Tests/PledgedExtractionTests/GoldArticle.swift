import Foundation
import PledgedArticles
import PledgedCore

/// An annotated article from `Gold/`: what people found in it.
struct GoldArticle: Decodable {
    struct Actor: Decodable {
        let id: String
        let kind: String
        let names: [String]
        let alt: [String]?
        let optional: Bool?
    }

    struct Pledge: Decodable {
        let kind: String
        let by: [String]
        let anchor: String
        let also: [String]?
        let optional: Bool?
    }

    let actors: [Actor]
    let pledges: [Pledge]

    /// Which articles: those that the rules were made with, and those in other styles that came later.
    enum Collection: String, CaseIterable {
        case gold = "Gold"
        case regression = "Regression"

        var folder: URL {
            URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(rawValue)
        }
    }

    /// Every annotated article of a collection with its parsed text, in order of name.
    static func all(_ collection: Collection = .gold) throws -> [(gold: GoldArticle, article: Article)] {
        try all(in: collection.folder)
    }

    static func all(in folder: URL) throws -> [(gold: GoldArticle, article: Article)] {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }.map { file in
            let text = file.deletingPathExtension().appendingPathExtension("txt")
            let bytes = [UInt8](try Data(contentsOf: text))
            let article = try ArticleParser().parse(bytes, fileName: text.lastPathComponent)
            return (try JSONDecoder().decode(GoldArticle.self, from: Data(contentsOf: file)), article)
        }
    }
}
