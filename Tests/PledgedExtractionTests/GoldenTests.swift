import Foundation
import PledgedCore
import Testing

@testable import PledgedExtraction

/// Holds what the reader prints today against what it printed last, fact by fact.
///
/// The files `Regression/NAME.golden` are written anew where `RECORD_GOLDEN=1` is set; read the difference before
/// committing it.
struct GoldenTests {
    @Test func `the reader finds what it found last`() throws {
        let reader = try Reader()
        let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"
        let texts = try FileManager.default.contentsOfDirectory(
            at: GoldArticle.Collection.regression.folder,
            includingPropertiesForKeys: nil
        )
        .filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
        let articles = try GoldArticle.all(.regression).map(\.article)
        try #require(texts.count == articles.count)
        for (text, article) in zip(texts, articles) {
            let golden = text.deletingPathExtension().appendingPathExtension("golden")
            let printed = Self.lines(reader.read(article)).joined(separator: "\n") + "\n"
            if isRecording { try Data(printed.utf8).write(to: golden) }
            let wanted = try String(contentsOf: golden, encoding: .utf8)
            #expect(printed == wanted, "\(golden.lastPathComponent) differs; RECORD_GOLDEN=1 records it")
        }
    }

    /// One line a fact.
    static func lines(_ reading: Reading) -> [String] {
        func list(_ labels: [ActorLabel]) -> String { labels.map(\.description).joined(separator: ", ") }
        let actors = reading.actors.map { actor in
            let office = [actor.role, actor.affiliation.map(\.description)].compactMap { $0 }.joined(separator: ", ")
            return "\(actor.label) \(actor.kind.rawValue): \(actor.names.joined(separator: " = ")) [\(office)]"
        }
        let pledges = reading.pledges.map { pledge in
            let quantity = pledge.quantity.map { "\($0.value) \($0.unit)" } ?? "-"
            let due = pledge.deadline?.description ?? "-"
            return "\(pledge.kind.rawValue) by [\(list(pledge.by))] to [\(list(pledge.to))] \(quantity), \(due): "
                + pledge.anchor.quote
        }
        let happenings = reading.happenings.map { "\($0.date) [\(list($0.actors))]: \($0.anchor.quote)" }
        return actors + pledges + happenings
    }
}
