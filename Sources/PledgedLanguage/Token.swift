/// One word, number or mark of punctuation, and where it lies in the text.
public struct Token: Hashable, Sendable {
    /// What the bytes of a token are, found in the pass that read them.
    public struct Flags: OptionSet, Hashable, Sendable {
        public let rawValue: UInt16

        public init(rawValue: UInt16) { self.rawValue = rawValue }

        /// It holds a letter.
        public static let word = Flags(rawValue: 1 << 0)
        /// Its first letter is a capital.
        public static let capitalized = Flags(rawValue: 1 << 1)
        /// Two letters or more, all capitals.
        public static let allCapitals = Flags(rawValue: 1 << 2)
        /// It holds a digit.
        public static let digits = Flags(rawValue: 1 << 3)
        /// Nothing but digits, commas and points: "24,000", "8.1", "2024".
        public static let number = Flags(rawValue: 1 << 4)
        /// Neither letter nor digit.
        public static let punctuation = Flags(rawValue: 1 << 5)
        /// A word that keeps its full stop: "Dr.", "U.S.", "Ltd.".
        public static let abbreviation = Flags(rawValue: 1 << 6)
        /// White space lies before it, or it is the first of its block.
        public static let spaceBefore = Flags(rawValue: 1 << 7)
        /// A line break lies before it.
        public static let lineBefore = Flags(rawValue: 1 << 8)
        /// An empty line lies before it.
        public static let emptyLineBefore = Flags(rawValue: 1 << 9)
    }

    private let startByte: Int32
    private let endByte: Int32
    public let flags: Flags
    /// As written, composed (NFC).
    public let form: String
    /// ``form`` in lower case.
    public let lower: String
    /// ``lower`` without diacritics, "đ" as "d", curly quotes straight and every dash a hyphen: "việt" is "viet".
    public let folded: String

    init(bytes: Range<Int>, flags: Flags, form: String, lower: String, folded: String) {
        startByte = Int32(bytes.lowerBound)
        endByte = Int32(bytes.upperBound)
        self.flags = flags
        self.form = form
        self.lower = lower
        self.folded = folded
    }

    /// Where it lies in the document's bytes.
    public var bytes: Range<Int> { Int(startByte)..<Int(endByte) }

    public func has(_ flag: Flags) -> Bool { flags.contains(flag) }
    public var isWord: Bool { flags.contains(.word) }
    public var isCapitalized: Bool { flags.contains(.capitalized) }
    public var isAllCapitals: Bool { flags.contains(.allCapitals) }
    public var isNumber: Bool { flags.contains(.number) }
    public var isPunctuation: Bool { flags.contains(.punctuation) }
}
