import PledgedLanguage
import Testing

@testable import train_language

@Suite struct MarkedTextFileTests {
    @Test func `reads articles, and where their names lie`() throws {
        let text = """
            # doc = one

            [[CTRY Việt Nam]] grows

            Said [[PER Dũng]].

            # doc = two
            Nothing.

            """
        let articles = try MarkedTextFile.articles(file: "x.txt", text: text)
        #expect(articles.map(\.name) == ["one", "two"])
        #expect(articles[0].text.hasPrefix("Việt Nam grows\n\nSaid Dũng."))
        #expect(articles[0].marks.map(\.kind) == [.country, .person])
        let names = articles[0].marks.map { String(decoding: Array(articles[0].text.utf8)[$0.bytes], as: UTF8.self) }
        #expect(names == ["Việt Nam", "Dũng"])
        #expect(articles[1].marks.isEmpty)
    }

    @Test(arguments: [
        "# doc = a\n[[PER Ana", "# doc = a\n[[NAME Ana]]", "# doc = a\nAna]]", "# doc = a\n[[PER ]]",
        "# doc = a\n[[PER Ana [[LOC Lima]]]]", "Ana",
    ])
    func `refuses marks that are not whole`(text: String) {
        #expect(throws: CorpusError.self) { try MarkedTextFile.articles(file: "x.txt", text: text) }
    }
}
