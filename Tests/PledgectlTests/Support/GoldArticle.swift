import Foundation

/// An article that a person annotated.
enum GoldArticle {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("PledgedExtractionTests/Gold")

    static func path(_ name: String) -> String { folder.appendingPathComponent("\(name).txt").path }

    static func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }
}
