import Foundation
import PledgedCore
import Testing

@testable import PledgedExtraction

/// Holds the reader against the annotated articles; the floors lie a little below what it reached last.
struct GoldTests {
    /// F1 that the reader must not fall below.
    struct Floors: Sendable {
        let collection: GoldArticle.Collection
        let actors: Double
        let commissive: Double
        let directive: Double
    }

    @Test(arguments: [
        Floors(collection: .gold, actors: 0.93, commissive: 0.89, directive: 0.95),
        Floors(collection: .regression, actors: 0.88, commissive: 0.80, directive: 0.82),
    ])
    func `actors, pledges and requests are found as people found them`(floors: Floors) throws {
        let reader = try Reader()
        var (actors, commissive, directive) = (MatchCount(), MatchCount(), MatchCount())
        for (gold, article) in try GoldArticle.all(floors.collection) {
            let reading = reader.read(article)
            Self.count(gold.actors, reading.actors, &actors)
            Self.count(gold.pledges, reading.pledges, isRequest: false, article, &commissive)
            Self.count(gold.pledges, reading.pledges, isRequest: true, article, &directive)
        }
        print(
            "\(floors.collection): actors \(actors.f1), commissive \(commissive.f1), directive \(directive.f1)"
        )
        #expect(actors.f1 >= floors.actors)
        #expect(commissive.f1 >= floors.commissive)
        #expect(directive.f1 >= floors.directive)
    }

    @Test func `of facts held nine parts sure nine in ten are right`() throws {
        let reader = try Reader()
        var (actors, pledges) = (MatchCount(), MatchCount())
        for (gold, article) in try GoldArticle.all() {
            let reading = reader.read(article)
            Self.count(gold.actors, reading.actors.filter { $0.confidence >= 90 }, &actors)
            let sure = reading.pledges.filter { $0.confidence >= 90 }
            Self.count(gold.pledges, sure, isRequest: false, article, &pledges)
            Self.count(gold.pledges, sure, isRequest: true, article, &pledges)
        }
        print("held 90 % sure: actors \(actors.precision), pledges \(pledges.precision)")
        #expect(actors.precision >= 0.9)
        #expect(pledges.precision >= 0.9)
    }

    @Test func `reading again finds the same`() throws {
        let (one, other) = (try Reader(), try Reader())
        for (_, article) in try GoldArticle.all() { #expect(one.read(article) == other.read(article)) }
    }

    @Test func `every anchor and mention is the text's own words`() throws {
        let reader = try Reader()
        for (_, article) in try GoldArticle.all() {
            let reading = reader.read(article)
            let bytes = Array(article.text.utf8)
            let anchors = reading.pledges.flatMap { [$0.anchor] + $0.also } + reading.happenings.map(\.anchor)
            for anchor in anchors {
                #expect(String(decoding: bytes[anchor.span.range], as: UTF8.self) == anchor.quote)
            }
        }
    }

    static func count(_ wanted: [GoldArticle.Actor], _ found: [NamedActor], _ count: inout MatchCount) {
        count.add(wanted, found, isOptional: { $0.optional ?? false }) { wanted, found in
            wanted.kind == found.kind.rawValue
                && !folded(wanted.names + (wanted.alt ?? [])).isDisjoint(with: folded(found.names))
        }
    }

    static func count(
        _ wanted: [GoldArticle.Pledge],
        _ found: [Pledge],
        isRequest: Bool,
        _ article: Article,
        _ count: inout MatchCount
    ) {
        count.add(
            wanted.filter { ($0.kind == "request") == isRequest },
            found.filter { ($0.kind == .request) == isRequest },
            isOptional: { $0.optional ?? false }
        ) { wanted, found in
            ([wanted.anchor] + (wanted.also ?? [])).contains { overlaps($0, found.anchor, article.text) }
        }
    }

    static func folded(_ names: [String]) -> Set<String> {
        Set(
            names.map { name in
                let plain = name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
                    .replacing("’", with: "'").replacing("'s", with: "").replacing(".", with: "")
                return plain.hasPrefix("the ") ? String(plain.dropFirst(4)) : plain
            }
        )
    }

    /// Where the words stand first, in bytes of UTF-8; nil where they do not.
    static func range(of words: String, in text: String) -> Range<Int>? {
        guard let range = text.range(of: words) else { return nil }
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        return start..<(start + words.utf8.count)
    }

    /// Whether two stretches share two fifths of their bytes, or the wanted one lies in one not much longer.
    static func overlaps(_ wanted: String, _ found: Anchor, _ text: String) -> Bool {
        guard let a = range(of: wanted, in: text) else { return false }
        let b = found.span.range
        let common = a.clamped(to: b).count
        let isInside = common == a.count && b.count * 2 <= a.count * 5
        return common > 0 && (isInside || Double(common) >= 0.4 * Double(a.count + b.count - common))
    }
}
