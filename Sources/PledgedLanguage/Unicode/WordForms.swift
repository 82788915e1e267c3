/// Makes tokens out of byte ranges: every form and flag in one pass over the bytes, the buffers used again and again.
struct WordForms {
    private let table = ScalarTable.shared
    private var scalars: [Unicode.Scalar] = []
    private var lower: [UInt8] = []

    mutating func token(_ bytes: [UInt8], _ range: Range<Int>, _ placed: Token.Flags) -> Token {
        for index in range where bytes[index] >= 0x80 { return composedToken(bytes, range, placed) }
        var tally = LetterTally()
        lower.removeAll(keepingCapacity: true)
        for byte in bytes[range] {
            let isCapital = byte &- 65 < 26
            lower.append(isCapital ? byte | 0x20 : byte)
            if isCapital || byte &- 97 < 26 {
                tally.add(isCapital: isCapital)
            } else if byte &- 48 < 10 {
                tally.addDigit()
            } else if byte != UInt8(ascii: ",") && byte != UInt8(ascii: ".") {
                tally.isNumeric = false
            }
        }
        let form = String(decoding: bytes[range], as: UTF8.self)
        let lowered = tally.hasCapital ? String(decoding: lower, as: UTF8.self) : form
        let flags = tally.flags(endsWithStop: bytes[range.upperBound - 1] == UInt8(ascii: ".")).union(placed)
        return Token(bytes: range, flags: flags, form: form, lower: lowered, folded: lowered)
    }

    private mutating func composedToken(_ bytes: [UInt8], _ range: Range<Int>, _ placed: Token.Flags) -> Token {
        decode(bytes, range)
        var tally = LetterTally()
        var (form, lowered, folded) = (
            String.UnicodeScalarView(), String.UnicodeScalarView(), String.UnicodeScalarView()
        )
        for scalar in scalars {
            let low = table.lower(scalar)
            form.append(scalar)
            lowered.append(low)
            let kind = table.kind(scalar)
            if let plain = table.plain(low) {
                folded.append(contentsOf: plain.unicodeScalars)
            } else if kind != .mark {
                folded.append(low)
            }
            switch kind {
            case .letter: tally.add(isCapital: table.isCapital(scalar))
            case .digit:
                tally.addDigit()
                // Only ASCII digits can be reckoned with.
                if scalar.value >= 0x80 { tally.isNumeric = false }
            case .mark, .space: break
            case .other: tally.isNumeric = tally.isNumeric && (scalar == "," || scalar == ".")
            }
        }
        let flags = tally.flags(endsWithStop: bytes[range.upperBound - 1] == UInt8(ascii: ".")).union(placed)
        return Token(
            bytes: range,
            flags: flags,
            form: String(form),
            lower: String(lowered),
            folded: String(folded)
        )
    }

    /// Fills `scalars` with the text in composed form, soft hyphens left out.
    private mutating func decode(_ bytes: [UInt8], _ range: Range<Int>) {
        scalars.removeAll(keepingCapacity: true)
        var index = range.lowerBound
        while index < range.upperBound {
            let (scalar, length) = ScalarReader.scalar(bytes, at: index)
            index += length
            if scalar == "\u{AD}" { continue }
            if (0x300...0x36F).contains(scalar.value), let base = scalars.last,
                let composed = LatinVariants.composition(base, scalar)
            {
                scalars[scalars.count - 1] = composed
            } else {
                scalars.append(scalar)
            }
        }
    }
}

/// Counts letters by case, to tell the flags of a token.
private struct LetterTally {
    var letters = 0
    var capitals = 0
    var digits = 0
    var startsWithCapital = false
    var isNumeric = true

    var hasCapital: Bool { capitals > 0 }

    mutating func add(isCapital: Bool) {
        if letters == 0 { startsWithCapital = isCapital }
        letters += 1
        capitals += isCapital ? 1 : 0
        isNumeric = false
    }

    mutating func addDigit() { digits += 1 }

    func flags(endsWithStop: Bool) -> Token.Flags {
        var flags: Token.Flags = []
        if letters > 0 { flags.insert(.word) }
        if startsWithCapital { flags.insert(.capitalized) }
        if letters > 1, capitals == letters { flags.insert(.allCapitals) }
        if digits > 0 { flags.insert(.digits) }
        if digits > 0, isNumeric, !endsWithStop { flags.insert(.number) }
        if letters == 0, digits == 0 { flags.insert(.punctuation) }
        if letters > 0, endsWithStop { flags.insert(.abbreviation) }
        return flags
    }
}
