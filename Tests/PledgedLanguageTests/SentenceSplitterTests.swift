import PledgedLanguage
import Testing

@Suite struct SentenceSplitterTests {
    private static func sentences(_ text: String) throws -> [String] {
        let document = try Pipeline([Tokenizer(), SentenceSplitter()]).document(text)
        return document.sentences.map { document.text($0.span) }
    }

    @Test(arguments: [
        "He met Dr. Smith and Gen. Lee in St. Paul.",
        "Acme Inc. said No. 5 plant is next.",
        "The U.S. Navy and J. R. Smith agreed.",
        "It rose, i.e. it grew, by 3.5 per cent.",
        "The line\nis wrapped\nby hand.",
        "“Why?” he asked.",
        "“Is it ready?” the minister said.",
        "It left at 5 p.m. Tuesday.",
        "They waited... and waited.",
        "Sept. 5 was a Thursday.",
        "“It works.” he said.",
        "The Intl. airport of the govt. officials",
        "It grew by 3 p.c. more",
    ])
    func `keeps one sentence whole`(text: String) throws {
        #expect(try Self.sentences(text) == [text])
    }

    @Test(arguments: [
        ["It works.", "He left."],
        ["“It works.”", "He left."],
        ["He said: “It works.”", "“Good!”", "Then he left."],
        ["Is it ready?", "Yes!", "2024 was good."],
        ["She lives in the U.S.", "The plan is new."],
        ["It is made by Acme Inc.", "The firm is old."],
        ["He left…", "Then he came back."],
        ["(It works.)", "He left."],
        ["it was held.[23][4]", "He left."],
        ["it was held. [5]", "He left."],
        ["it was held.4", "He left."],
        ["it was small and dirty.", "i left."],
        ["I left :)", "He stayed."],
        ["He left", "----------", "He came back."],
        ["A heading", "\n\nThe text begins."],
        ["Việt Nam đồng ý.", "Đà Nẵng cũng vậy."],
    ])
    func `ends sentences where they end`(parts: [String]) throws {
        let expected = parts.map { $0.hasPrefix("\n\n") ? String($0.dropFirst(2)) : $0 }
        #expect(try Self.sentences(parts.joined(separator: " ")) == expected)
    }
}
