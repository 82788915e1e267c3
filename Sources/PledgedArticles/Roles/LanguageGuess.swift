import PledgedCore

/// Guesses the language of a text by its script, and in Latin script by its most frequent small words.
enum LanguageGuess {
    /// A tag such as "en" or "vi"; nil where the text is too short to tell.
    static func language(of text: SourceText, blocks: [ArticleBlock]) -> String? {
        var sample: [String] = [], taken = 0
        let roles: Set<ArticleBlock.Role> = [.title, .paragraph, .listItem]
        for block in blocks where roles.contains(block.role) && taken < sampleMax {
            let range = text.front(block.span.range, countMax: sampleMax - taken)
            taken += range.count
            sample.append(text.string(range).lowercased())
        }
        return byScript(sample) ?? byWords(sample)
    }

    /// The language of the script in which a third of the letters are; nil for Latin script.
    private static func byScript(_ sample: [String]) -> String? {
        var counts: [String: Int] = [:], letters = 0
        for scalar in sample.lazy.flatMap(\.unicodeScalars) where scalar.isAlphabetic {
            letters += 1
            if scalar.value >= 0x370, let script = scripts.first(where: { $0.range.contains(scalar.value) }) {
                counts[script.language, default: 0] += 1
            }
        }
        // Japanese mixes kana with Chinese characters.
        if let kana = counts["ja"], kana * 10 > letters { return "ja" }
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value * 3 > letters else {
            return nil
        }
        return most.key
    }

    private static func byWords(_ sample: [String]) -> String? {
        var counts: [String: Int] = [:], words = 0
        for text in sample {
            let text = SourceText(text)
            forEachWord(of: text) { word in
                words += 1
                guard word.count <= wordBytesMax else { return }
                for language in languagesByWord[text.string(word)] ?? [] { counts[language, default: 0] += 1 }
            }
        }
        let english = counts["en"] ?? 0
        guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
        // Names and quotes bring foreign words: another language must clearly win.
        if most.key == "en" || most.value < english * 2 { return english >= 2 ? "en" : nil }
        return most.value >= 4 && most.value * 12 > words ? most.key : english >= 2 ? "en" : nil
    }

    /// Shows each run of letters and apostrophes, with the marks that combine with them.
    private static func forEachWord(of text: SourceText, _ visit: (Range<Int>) -> Void) {
        var (start, index) = (Int?.none, 0)
        while index < text.bytes.count {
            let scalar = text.scalar(at: index)
            let goesOn = start != nil && scalar.value >= 0x300 && scalar.properties.generalCategory == .nonspacingMark
            if scalar.isAlphabetic || scalar == "'" || goesOn {
                start = start ?? index
            } else if let first = start {
                visit(first..<index)
                start = nil
            }
            index += UTF8.width(scalar)
        }
        if let start { visit(start..<text.bytes.count) }
    }

    private static let sampleMax = 20_000
    /// No small word is longer, its letters decomposed or not.
    private static let wordBytesMax = 24

    private static let scripts: [(range: ClosedRange<UInt32>, language: String)] = [
        (0x370...0x3FF, "el"), (0x400...0x52F, "ru"), (0x590...0x5FF, "he"), (0x600...0x6FF, "ar"),
        (0x900...0x97F, "hi"),
        (0x980...0x9FF, "bn"), (0xB80...0xBFF, "ta"), (0xE00...0xE7F, "th"), (0xE80...0xEFF, "lo"),
        (0x1000...0x109F, "my"),
        (0x1100...0x11FF, "ko"), (0x1780...0x17FF, "km"), (0x3040...0x30FF, "ja"), (0x3400...0x9FFF, "zh"),
        (0xAC00...0xD7AF, "ko"),
    ]

    private static let languagesByWord: [String: [String]] = {
        var languages: [String: [String]] = [:]
        for (language, words) in smallWords {
            for word in words.split(separator: " ") { languages[String(word), default: []].append(language) }
        }
        return languages
    }()

    private static let smallWords = [
        "en":
            "the of and to in a for is that on with as by at from said was will be has it are its have which an this were not",
        "fr": "le la les des et du un une dans pour que qui est sur au par avec plus ne pas ce sont aux a été cette",
        "de":
            "der die und das den von zu mit dem des im für auf ist nicht eine ein sich auch als werden aus bei wird nach",
        "es": "el la los las de y en que del un una por con para se al es su más como ha lo fue sus",
        "pt": "o a os as de e que do da em um uma para com não por dos das no na mais se foi ao pelo são",
        "it": "il la di e che un una per con del della in non si dei le gli da al sono ha nel alla è più",
        "nl": "de het een en van in op dat is te voor met zijn niet aan er door om bij naar ook worden heeft",
        "id":
            "yang dan di untuk dengan dari pada ini itu dalam tidak akan oleh adalah telah kepada sebagai juga lebih tersebut",
        "vi": "của và các là trong có được cho với những không đã này một để về người theo đến từ tại sẽ năm việt",
        "tr": "ve bir bu için ile da de olarak daha çok en olan sonra kadar gibi değil olduğu ancak ise",
        "pl": "w i na z się do że nie jest o od po przez dla jak oraz za są które tym roku",
        "sv": "och i att det som en på är av för med till den har inte om ett men de var",
        "ro": "și în de la cu pe din pentru care că este mai nu fost prin au unei sunt",
        "tl": "ang ng sa mga na ay at para ni kay hindi ito siya kanyang nga din",
    ]
}
