/// What the tokenizer needs to know of each scalar, looked up once and kept for the commoner ones.
struct ScalarTable: Sendable {
    enum Kind: UInt8, Sendable {
        case letter, digit, mark, space, other
    }

    /// Scalars below this have a row.
    private static let end: UInt32 = 0x2500

    static let shared = ScalarTable()

    private let kinds: [Kind]
    private let capitals: [Bool]
    /// 0 where lower case is the scalar itself.
    private let lowered: [UInt16]
    private let folded: [UInt32: String]

    private init() {
        let scalars = (0..<Self.end).map { Unicode.Scalar($0) ?? " " }
        kinds = scalars.map(Self.kind)
        capitals = scalars.map { $0.properties.generalCategory == .uppercaseLetter }
        lowered = scalars.map { scalar in
            let mapping = scalar.properties.lowercaseMapping.unicodeScalars
            guard mapping.count == 1, let lower = mapping.first, lower.value < Self.end else { return 0 }
            return lower == scalar ? 0 : UInt16(lower.value)
        }
        var folded: [UInt32: String] = [:]
        for (base, variants) in LatinVariants.composed {
            for variant in variants.unicodeScalars { folded[variant.value] = String(Character(base)) }
        }
        for (scalar, plain) in LatinVariants.spelled + LatinVariants.signs { folded[scalar.value] = plain }
        self.folded = folded
    }

    func kind(_ scalar: Unicode.Scalar) -> Kind {
        scalar.value < Self.end ? kinds[Int(scalar.value)] : Self.kind(scalar)
    }

    func isCapital(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < Self.end { return capitals[Int(scalar.value)] }
        return scalar.properties.generalCategory == .uppercaseLetter
    }

    func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        guard scalar.value < Self.end else {
            let mapping = scalar.properties.lowercaseMapping.unicodeScalars
            return mapping.count == 1 ? mapping.first ?? scalar : scalar
        }
        let lower = lowered[Int(scalar.value)]
        return lower == 0 ? scalar : Unicode.Scalar(lower) ?? scalar
    }

    /// What a lower-case scalar is without diacritics; nil where that is itself.
    func plain(_ scalar: Unicode.Scalar) -> String? { folded[scalar.value] }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        // Invisible, and no part of any word: zero-width space, byte-order mark, directional marks.
        if scalar == "\u{200B}" || scalar == "\u{FEFF}" || (0x200E...0x200F).contains(scalar.value) { return .space }
        // Raised and lowered digits belong to their word: "km²", "CO₂".
        if scalar == "²" || scalar == "³" || (0x2070...0x2089).contains(scalar.value) { return .letter }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return .letter
        case .decimalNumber: return .digit
        // A soft hyphen and the joiners belong to the word that they stand in.
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: return .mark
        case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: return .space
        default: return scalar.properties.isAlphabetic ? .letter : .other
        }
    }
}
