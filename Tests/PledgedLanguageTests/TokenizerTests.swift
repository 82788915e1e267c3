import PledgedLanguage
import PledgedTesting
import Testing

@Suite struct TokenizerTests {
    private static func forms(_ text: String) throws -> String {
        try Pipeline([Tokenizer()]).document(text).tokens.map(\.form).joined(separator: " ")
    }

    @Test(arguments: [
        ("The firm's staff can't stay.", "The firm 's staff ca n't stay ."),
        ("They’ll say it won’t work", "They ’ll say it wo n’t work"),
        ("the workers' homes", "the workers ' homes"),
        ("O'Reilly left at three o'clock", "O'Reilly left at three o'clock"),
        ("We cannot, you DON'T", "We can not , you DO N'T"),
        ("US$8.1 billion and $2.5bn", "US$ 8.1 billion and $ 2.5 bn"),
        ("VNĐ500, RM640 and NT$10,000", "VNĐ 500 , RM 640 and NT$ 10,000"),
        ("€370m or £5M at 7.3%", "€ 370 m or £ 5 M at 7.3 %"),
        ("40-50 MW, 40GW, 5km", "40 - 50 MW , 40 GW , 5 km"),
        ("the 20th, the 1970s, 5G and the G7", "the 20th , the 1970s , 5G and the G7"),
        ("2025-05-08, 10:30 and 9/11", "2025-05-08 , 10:30 and 9/11"),
        ("The U.S. and Acme Co., Ltd. at 5 p.m. today", "The U.S. and Acme Co. , Ltd. at 5 p.m. today"),
        ("It grew by 10 metres.", "It grew by 10 metres ."),
        ("Dr. J. R. Smith of AT&T", "Dr. J. R. Smith of AT&T"),
        ("Say no. No. 5 won", "Say no . No. 5 won"),
        ("a non-profit, state-of-the-art plant", "a non-profit , state - of - the - art plant"),
        ("a 1,800-megawatt park", "a 1,800 - megawatt park"),
        (
            "Write to info@example.com, or see https://example.com/a-b?c=1.",
            "Write to info@example.com , or see https://example.com/a-b?c=1 ."
        ),
        ("(see www.example.org)", "( see www.example.org )"),
        ("“Really?” he asked…", "“ Really ? ” he asked …"),
        ("wait... -- what?!", "wait ... -- what ?!"),
        ("I dont know, Im cant", "I do nt know , Im ca nt"),
        ("Good :-) or ;) said @reader2 of #topics: a -> b", "Good :-) or ;) said @reader2 of #topics : a -> b"),
        ("maps, roads, etc. The rest, etc., too", "maps , roads , etc . The rest , etc. , too"),
        ("mid-May, $$$ >>", "mid - May , $$$ >>"),
        ("Hà Nội — VNS", "Hà Nội — VNS"),
        ("1. Open the door", "1. Open the door"),
        ("10,000\u{A0}people", "10,000 people"),
        ("chips.The end", "chips . The end"),
    ])
    func `cuts as the treebanks do`(text: String, expected: String) throws {
        #expect(try Self.forms(text) == expected)
    }

    @Test func `reads decomposed letters as composed ones, and keeps the bytes`() throws {
        let text = "Vie\u{323}\u{302}t Nam, Đa\u{300} Nẵng"
        let document = try Pipeline([Tokenizer()]).document(text)
        let first = try #require(document.tokens.first)
        #expect(first.form.unicodeScalars.elementsEqual("Việt".unicodeScalars))
        #expect(first.folded == "viet")
        #expect(document.text(first.bytes).unicodeScalars.elementsEqual("Vie\u{323}\u{302}t".unicodeScalars))
        #expect(document.tokens.map(\.folded) == ["viet", "nam", ",", "da", "nang"])
    }

    @Test(arguments: [
        ("Đắk", "đắk", "dak"), ("ŁÓDŹ", "łódź", "lodz"), ("Straße", "straße", "strasse"),
        ("Ørsted’s", "ørsted", "orsted"),
        ("Müller", "müller", "muller"), ("—", "—", "-"),
    ])
    func `folds letters and signs`(text: String, lower: String, folded: String) throws {
        let token = try #require(try Pipeline([Tokenizer()]).document(text).tokens.first)
        #expect(token.lower == lower)
        #expect(token.folded == folded)
    }

    @Test func `tells what tokens are`() throws {
        let tokens = try Pipeline([Tokenizer()]).document("HÀ NỘI: Acme sold 24,000 G7 cars\n\nin Inc. style").tokens
        let flags = Dictionary(tokens.map { ($0.form, $0.flags) }, uniquingKeysWith: { first, _ in first })
        #expect(flags["HÀ"]?.isSuperset(of: [.word, .capitalized, .allCapitals]) == true)
        #expect(flags[":"] == [.punctuation])
        #expect(flags["Acme"] == [.word, .capitalized, .spaceBefore])
        #expect(flags["24,000"] == [.digits, .number, .spaceBefore])
        #expect(flags["G7"]?.contains(.number) == false)
        #expect(flags["in"] == [.word, .spaceBefore, .lineBefore, .emptyLineBefore])
        #expect(flags["Inc."]?.contains(.abbreviation) == true)
    }

    @Test func `counts a CR LF as one line break`() throws {
        let tokens = try Pipeline([Tokenizer()]).document("one\r\ntwo\r\n\r\nthree").tokens
        #expect(tokens.map { $0.has(.lineBefore) } == [false, true, true])
        #expect(tokens.map { $0.has(.emptyLineBefore) } == [false, false, true])
    }

    /// Whatever the text, each byte that is not white space lies in one token, and none in two.
    @Test(arguments: 0..<60 as Range<UInt64>)
    func `leaves no byte out and takes none twice`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let pieces = [
            "a", "Z", "9", ".", ",", "'", "’", "-", "–", "—", "$", "€", "%", " ", "\n", "\r\n", "\t", "\u{A0}", "đ",
            "é",
            "e\u{301}", "Việt", "ﬀ", "漢", "🙂", "👩‍🚀", "\u{200B}", "\u{FEFF}", "\u{AD}", "@", "://", "www.", "n't", "US$",
            "U.S.",
            "\u{301}", "٣", "¼", "\"", "“", "(", ")", "&", "/", ":", "No.", "…", "\u{2028}", "_", "k", "bn", "x",
        ]
        let text = (0..<Int.random(in: 0...120, using: &random)).map { _ in
            pieces.randomElement(using: &random) ?? " "
        }.joined()
        let document = try Pipeline([Tokenizer(), SentenceSplitter()]).document(text)
        var end = 0
        for token in document.tokens {
            #expect(token.bytes.lowerBound >= end && !token.bytes.isEmpty)
            #expect(Self.isSpace(document, end..<token.bytes.lowerBound))
            end = token.bytes.upperBound
        }
        #expect(Self.isSpace(document, end..<document.bytes.count))
        #expect(document.sentences.flatMap { Array($0.span.range) } == Array(document.tokens.indices))
    }

    private static func isSpace(_ document: Document, _ range: Range<Int>) -> Bool {
        document.text(range).unicodeScalars.allSatisfy {
            $0.properties.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}"
        }
    }

    @Test func `keeps inside its blocks`() throws {
        let text = "HEAD one two TAIL"
        let document = try Pipeline([Tokenizer(), SentenceSplitter()]).document(text, blocks: [5..<8, 9..<12])
        #expect(document.tokens.map(\.form) == ["one", "two"])
        #expect(document.sentences.map(\.block) == [0, 1])
    }
}
