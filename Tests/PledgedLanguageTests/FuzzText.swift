import PledgedTesting

/// Texts such as nobody writes.
enum FuzzText {
    /// A huge text of one kind.
    enum Monster: String, CaseIterable {
        case brackets, word, sentences, stops, hyphens, apostrophes, quotes, digits, spaces, marks, emoji, rightToLeft,
            controls, addresses, abbreviations, faces, lines

        /// Those that most often brought a program down.
        var isCommon: Bool { self == .brackets || self == .word || self == .sentences }

        private var unit: String {
            switch self {
            case .brackets: "([{"
            case .word: "ab"
            case .sentences: "A. "
            case .stops: "."
            case .hyphens: "a-"
            case .apostrophes: "n't'"
            case .quotes: ".\" \""
            case .digits: "1,2.3/"
            case .spaces: " \t\n"
            case .marks: "e\u{301}\u{302}"
            case .emoji: "👩‍👩‍👧🏽"
            case .rightToLeft: "\u{202E}שלום \u{2067}مرحبا"
            case .controls: "\u{0}\u{1}\u{7F}\u{85}a"
            case .addresses: "a@b.c://"
            case .abbreviations: "U.S. etc. No. "
            case .faces: " :-)"
            case .lines: "-\n\n"
            }
        }

        /// About so many bytes.
        func text(bytes: Int) -> String { String(repeating: unit, count: bytes / unit.utf8.count) }
    }

    private static let pieces = [
        "a", "Z", "the house", "The", "House", "9", "2025", ".", "...", "…", ",", "'", "’", "-", "–", "—", "$", "€",
        "%",
        " ", " ", " ", "\n", "\n\n", "\r\n", "\t", "\u{A0}", "đ", "é", "e\u{301}", "\u{301}", "Việt", "ﬀ", "漢", "🙂",
        "👩‍🚀", "🏽", "\u{200B}", "\u{FEFF}", "\u{AD}", "\u{200D}", "@", "://", "www.", "n't", "dont", "cannot", "US$",
        "U.S.", "No.", "etc.", "Dr.", "٣", "¼", "²", "\"", "“", "”", "(", ")", "[", "]", "[5]", "&", "/", ":", ":)",
        ":-D",
        "#topic", "@name", "->", "-----", "=====", "\u{2028}", "\u{202E}", "שלום", "مرحبا", "_", "k", "bn", "x",
        "\u{0}",
        "\u{1}", "\u{1B}", "\u{7F}", "\u{85}", "\u{FFFD}", "\u{10FFFF}", "p.m.", "1990's", "e-mail", "non-", "?!", "``",
    ]

    /// Pieces, single scalars and ill-formed bytes by chance, at most `pieceMax`.
    static func text(pieceMax: Int, using random: inout SeededGenerator) -> String {
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...pieceMax, using: &random) {
            switch Int.random(in: 0..<20, using: &random) {
            case 0: bytes.append(UInt8.random(in: 0...255, using: &random))
            case 1:
                let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random))
                bytes += Array(String(Character(scalar ?? "?")).utf8)
            case 2:
                let piece = pieces.randomElement(using: &random) ?? " "
                for _ in 0..<Int.random(in: 0...40, using: &random) { bytes += Array(piece.utf8) }
            default: bytes += Array((pieces.randomElement(using: &random) ?? " ").utf8)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
