import Foundation
import PledgedCore
import PledgedTesting

/// An annotated article: what people found in it, as events.
struct SeriesArticle {
    /// `SERIES/YYYY-MM-DD-slug`.
    let name: String
    let article: Article
    let actors: [NamedActor]
    let pledges: [Pledge]

    private struct Gold: Decodable {
        struct Header: Decodable {
            let date: String?
            let title: String?
            let source: String?
        }

        struct Actor: Decodable {
            let id: String
            let kind: String
            let names: [String]
            let role: String?
            let of: String?
        }

        struct Pledge: Decodable {
            let kind: String
            let by: [String]
            // swift-format-ignore: AlwaysUseLowerCamelCase
            let by_text: String?
            let to: [String]?
            let speaker: String?
            let anchor: String
            let quantity: Quantities?
            let deadline: String?
            let said: String?
        }

        /// One quantity, or several equally good readings.
        struct Quantities: Decodable {
            let first: PledgedCore.Quantity?

            init(from decoder: any Decoder) throws {
                do {
                    first = try [PledgedCore.Quantity](from: decoder).first
                } catch {
                    first = try PledgedCore.Quantity(from: decoder)
                }
            }
        }

        let article: Header
        let actors: [Actor]
        let pledges: [Pledge]
    }

    /// - Parameters:
    ///   - gold: the annotation, `…/SERIES/NAME.json`, with the text beside it.
    ///   - number: makes the article's identity.
    /// - Throws: What cannot be read.
    init(_ gold: URL, number: Int) throws {
        let base = gold.deletingPathExtension()
        let text = try String(contentsOf: base.appendingPathExtension("txt"), encoding: .utf8)
        let read = try JSONDecoder().decode(Gold.self, from: Data(contentsOf: gold))
        name = "\(gold.deletingLastPathComponent().lastPathComponent)/\(base.lastPathComponent)"
        article = SampleEvents.article(
            number,
            date: read.article.date.flatMap { $0.utf8.count == 10 ? $0 : nil },
            title: read.article.title,
            source: read.article.source,
            text: text
        )
        actors = read.actors.map { actor in
            NamedActor(
                label: Self.label(actor.id),
                kind: ActorKind(rawValue: actor.kind) ?? .organization,
                canonicalName: Self.canonicalName(of: actor),
                names: actor.names,
                role: actor.role,
                affiliation: actor.of.map(Self.label),
                mentions: actor.names.prefix(1).map { Self.span(of: $0, in: text) },
                confidence: 90
            )
        }
        let said = read.article.date
        pledges = try read.pledges.map { pledge in
            Pledge(
                kind: Pledge.Kind(rawValue: pledge.kind) ?? .commitment,
                by: pledge.by.map(Self.label),
                byText: pledge.by_text,
                to: (pledge.to ?? []).map(Self.label),
                speaker: pledge.speaker.map(Self.label),
                action: pledge.anchor,
                quantity: pledge.quantity?.first,
                deadline: try pledge.deadline.map { try EDTFDate(parsing: $0) },
                said: try (pledge.said ?? said).flatMap { try EDTFDate(parsing: $0).firstDay },
                cue: "",
                anchor: Anchor(span: Self.span(of: pledge.anchor, in: text), quote: pledge.anchor),
                confidence: 90
            )
        }
    }

    /// The fullest name; of a country, as the reader gives it, the usual one.
    private static func canonicalName(of actor: Gold.Actor) -> String {
        guard actor.kind == "country" else { return actor.names.max { $0.count < $1.count } ?? "" }
        let usual = actor.names.first { name in
            capitals[name] == nil && !name.contains("Government") && !name.contains(" of ") && name != "Kingdom"
        }
        return usual ?? actor.names.lazy.compactMap { capitals[$0] }.first ?? actor.names[0]
    }

    private static let capitals = [
        "Ankara": "Turkey", "Athens": "Greece", "Bangkok": "Thailand", "Berlin": "Germany", "Brasilia": "Brazil",
        "Canberra": "Australia", "Copenhagen": "Denmark", "Mogadishu": "Somalia", "Oslo": "Norway", "Ottawa": "Canada",
        "Seoul": "South Korea", "Tashkent": "Uzbekistan", "Washington": "United States", "Lanka": "Sri Lanka",
    ]

    private static func label(_ text: String) -> ActorLabel { ActorLabel(Int(text.dropFirst()) ?? 0) }

    private static func span(of part: String, in text: String) -> TextSpan {
        guard let range = text.range(of: part) else { return TextSpan(0..<part.utf8.count) }
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        return TextSpan(start..<(start + part.utf8.count))
    }

    /// Our own series of articles that tell a story over years, beside this file.
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Series")

    /// All series by name, the articles of each in the order of their days.
    static func series() throws -> [(name: String, articles: [SeriesArticle])] {
        let folders = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter(\.hasDirectoryPath).sorted { $0.path < $1.path }
        return try folders.enumerated().map { index, folder in
            (folder.lastPathComponent, try articles(in: folder, from: 1 + index * 100))
        }
    }

    /// The annotated articles of a folder, in the order of their names.
    static func articles(in folder: URL, from number: Int = 1) throws -> [SeriesArticle] {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
        return try files.enumerated().map { try SeriesArticle($1, number: number + $0) }
    }
}
