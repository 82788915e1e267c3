internal import PledgedCore

/// How full a name is, as a number to sort by: more words, then more diacritics, then not in capitals only.
enum NameCompleteness {
    static func rank(_ name: String, kind: ActorKind) -> Int {
        var (marked, isCapitals) = (0, true)
        for scalar in name.unicodeScalars {
            if !scalar.isASCII { marked += 1 }
            if scalar.properties.isLowercase { isCapitals = false }
        }
        // A country's usual name is no fuller for being longer.
        let words = kind == .country ? 0 : name.split(whereSeparator: \.isWhitespace).count
        return min(words, 99) * 1000 + min(marked, 99) * 10 + (isCapitals ? 0 : 1)
    }
}
