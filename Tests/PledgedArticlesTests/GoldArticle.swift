import Foundation
import PledgedArticles
import PledgedCore
import Testing

/// An annotated article of the development set.
struct GoldArticle: Sendable, CustomTestStringConvertible {
    struct Header: Decodable, Sendable {
        var date: String?
        var title: String?
        var place: String?
        var source: String?
    }

    private struct Annotation: Decodable { var article: Header }

    let name: String
    let bytes: [UInt8]
    let header: Header

    var testDescription: String { name }

    static var all: [GoldArticle] {
        get throws {
            let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            let folder = tests.appending(path: "PledgedExtractionTests/Gold")
            let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            return try files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.map(GoldArticle.init)
        }
    }

    private init(_ file: URL) throws {
        name = file.lastPathComponent
        bytes = Array(try Data(contentsOf: file))
        let annotation = try Data(contentsOf: file.deletingPathExtension().appendingPathExtension("json"))
        header = try JSONDecoder().decode(Annotation.self, from: annotation).article
    }

    /// As the scorer compares: without case, diacritics, dots, dashes, possessives and a leading "the".
    static func normalised(_ text: String?) -> String {
        var text = (text ?? "").precomposedStringWithCanonicalMapping.lowercased()
        text = text.replacing(/['’ʼ]s?\b|['’ʼ]/, with: "").replacing(".", with: "").replacing("đ", with: "d")
        text = text.folding(options: .diacriticInsensitive, locale: nil).replacing(/[\s\-–—]+/, with: " ")
        text = text.trimmingCharacters(in: .whitespaces)
        return text.hasPrefix("the ") ? String(text.dropFirst(4)) : text
    }
}
