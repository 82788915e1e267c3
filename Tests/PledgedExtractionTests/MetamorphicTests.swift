import Foundation
import PledgedArticles
import PledgedCore
import Testing

@testable import PledgedExtraction

/// Changes a text in a way that leaves its facts as they are, and asks whether the reader still finds them.
struct MetamorphicTests {
    private static let reader = Result { try Reader() }

    // MARK: Another name for a person

    /// First name and surname, of letters that the texts have nowhere else.
    private static let newNames = [
        ["Thomas", "Keller"], ["Maria", "Lindgren"], ["Daniel", "Okoye"], ["Laura", "Bianchi"], ["Peter", "Novak"],
    ]

    @Test func `a renamed person changes nothing but the name`() throws {
        let reader = try Self.reader.get()
        var (count, same) = (0, 0)
        for collection in GoldArticle.Collection.allCases {
            for (_, article) in try GoldArticle.all(collection) {
                let before = reader.read(article)
                let person = before.actors.first { actor in
                    actor.kind == .person && actor.canonicalName.split(separator: " ").count == 2
                        && actor.canonicalName.allSatisfy { $0.isASCII && ($0.isLetter || $0 == " ") }
                }
                guard let person else { continue }
                let old = person.canonicalName.split(separator: " ").map(String.init)
                let new = Self.newNames[count % Self.newNames.count]
                let after = try reader.read(Self.replacing(old, by: new, in: article))
                count += 1
                let isSame = Self.facts(before, old, new) == Self.facts(after, [], [])
                same += isSame ? 1 : 0
                if !isSame { print("renaming \(person.canonicalName) moved a fact in", article.header.title ?? "") }
            }
        }
        print("renamed: \(same) of \(count) articles keep every pledge, party, number and date")
        #expect(count >= 20)
        #expect(Double(same) >= 0.9 * Double(count))
    }

    private static func replacing(_ old: [String], by new: [String], in article: Article) throws -> Article {
        var text = article.text
        for (one, other) in zip(old, new) {
            text = text.replacing(try Regex("\\b\(one)\\b"), with: other)
        }
        return try ArticleParser().parse(Array(text.utf8), fileName: "renamed.txt")
    }

    /// The pledges with the names of their parties, as far as they do not hang on where a word lies.
    private static func facts(_ reading: Reading, _ old: [String], _ new: [String]) -> [String] {
        func renamed(_ text: String) -> String {
            zip(old, new).reduce(text) { $0.replacing($1.0, with: $1.1) }
        }
        return reading.pledges.map { pledge in
            let parties = pledge.by.map { reading.actors[$0.number - 1].canonicalName }.joined(separator: ", ")
            return renamed("\(pledge.kind) \(parties) \(String(describing: pledge.quantity)) ")
                + "\(String(describing: pledge.deadline)) " + renamed(pledge.anchor.quote)
        }
    }

    // MARK: Active and passive, order and wording

    @Test(arguments: [
        ("Norway will build a port in Kenya by 2031.", "By 2031, a port in Kenya will be built by Norway."),
        ("Intel will train 500 engineers by 2030.", "Some 500 engineers will be trained by Intel by 2030."),
        ("Japan plans to fund 300 clinics by 2029.", "By 2029 Japan plans to fund 300 clinics."),
        ("Kenya urged Norway to send 40 doctors.", "Norway was urged by Kenya to send 40 doctors."),
        (
            "Samsung Electronics pledged to hire 900 workers.",
            "A pledge to hire 900 workers was made by Samsung Electronics."
        ),
        ("“We will hire 300 nurses by 2028,” said Oxfam.", "Oxfam said that it would hire 300 nurses by 2028."),
        ("Sweden said it would give 20 million euros.", "Sweden would give 20 million euros, it said."),
        ("Japan and Kenya agreed to set up a fund by 2027.", "Kenya and Japan agreed to set up a fund by 2027."),
        ("Vietnam aims to train 4,000 designers by 2028.", "Vietnam’s aim is to train 4,000 designers by 2028."),
        ("Germany is ready to send 60 lecturers.", "Germany said it was ready to send 60 lecturers."),
    ])
    func `the same promise in other words has the same party, number and date`(one: String, other: String) throws {
        let reader = try Self.reader.get()
        let (a, b) = (reader.read(SampleArticle.article([one])), reader.read(SampleArticle.article([other])))
        let (first, second) = (try #require(a.pledges.first), try #require(b.pledges.first, "\(other)"))
        func parties(_ pledge: Pledge, _ reading: Reading) -> Set<String> {
            Set(pledge.by.map { reading.actors[$0.number - 1].canonicalName })
        }
        #expect(parties(first, a) == parties(second, b))
        #expect(first.quantity == second.quantity)
        #expect(first.deadline == second.deadline)
        #expect((first.kind == .request) == (second.kind == .request))
    }

    @Test func `paragraphs in another order still hold their pledges`() throws {
        let reader = try Self.reader.get()
        var (before, after) = (MatchCount(), MatchCount())
        for (gold, article) in try GoldArticle.all() {
            let turned = Self.turned(article)
            for (text, isTurned) in [(article, false), (turned, true)] {
                let pledges = reader.read(text).pledges
                for isRequest in [false, true] {
                    if isTurned {
                        GoldTests.count(gold.pledges, pledges, isRequest: isRequest, text, &after)
                    } else {
                        GoldTests.count(gold.pledges, pledges, isRequest: isRequest, text, &before)
                    }
                }
            }
        }
        print("paragraphs turned round: pledges \(before.f1) before, \(after.f1) after")
        #expect(after.f1 >= before.f1 - 0.05)
    }

    /// The same article with its paragraphs, but for the first, from the last to the second.
    private static func turned(_ article: Article) -> Article {
        let bytes = Array(article.text.utf8)
        let paragraphs = article.blocks.indices.filter { article.blocks[$0].role == .paragraph }.dropFirst()
        let order = Dictionary(uniqueKeysWithValues: zip(paragraphs, paragraphs.reversed()))
        var (text, blocks): ([UInt8], [ArticleBlock]) = ([], [])
        for index in article.blocks.indices {
            let block = article.blocks[order[index] ?? index]
            if !text.isEmpty { text += Array("\n\n".utf8) }
            let start = text.count
            text += bytes[block.span.range]
            blocks.append(ArticleBlock(role: block.role, span: TextSpan(start..<text.count)))
        }
        let whole = String(decoding: text, as: UTF8.self)
        return Article(id: ArticleID(hashing: text), header: article.header, text: whole, blocks: blocks)
    }
}
