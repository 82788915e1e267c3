/// What a model knows of one word before it looks around, made in one pass over the word.
public struct WordFeatures: Hashable, Sendable {
    /// Hashes of the word as written, in lower case, and without diacritics.
    public private(set) var form: UInt64 = 0
    public private(set) var lower: UInt64 = 0
    public private(set) var folded: UInt64 = 0
    /// Hashes of the first one, two and three scalars of the lower case; of the whole word where it is shorter.
    public private(set) var prefixes = SIMD4<UInt64>(repeating: 0)
    /// Hashes of the last one to four scalars of the lower case.
    public private(set) var suffixes = SIMD4<UInt64>(repeating: 0)
    /// Capitals "X", small letters "x", digits "0", else itself; a run counts as one or, from three on, as two.
    public private(set) var shape: UInt64 = 0
    public private(set) var classes = WordClusters.Classes()
    public private(set) var flags: Token.Flags = []

    /// The place before a sentence's first word or after its last.
    public static let outside = WordFeatures()

    private init() {}

    /// - Parameters:
    ///   - token: the word.
    ///   - clusters: nil leaves ``classes`` unknown.
    public init(_ token: Token, clusters: WordClusters?) {
        flags = token.flags
        form = FeatureHash.hash(token.form)
        lower = token.lower == token.form ? form : FeatureHash.hash(token.lower)
        folded = token.folded == token.lower ? lower : FeatureHash.hash(token.folded)
        shape = Self.shape(of: token.form)
        (prefixes, suffixes) = Affixes.read(token.lower)
        if let clusters { classes = clusters.classes(form: form, lower: lower) }
    }

    /// As of a word that nobody has seen: only its letters' case and its ends are known.
    var masked: WordFeatures {
        var masked = self
        (masked.form, masked.lower, masked.folded) = (1, 1, 1)
        masked.classes = WordClusters.Classes()
        return masked
    }

    private static func shape(of form: String) -> UInt64 {
        var hash: UInt64 = 0
        var (last, run): (UInt32, Int) = (0, 0)
        for scalar in form.unicodeScalars {
            let kind = kind(of: scalar)
            run = kind == last ? run + 1 : 1
            last = kind
            if run == 1 || run == 3 { hash = FeatureHash.mix(hash, UInt64(kind)) }
        }
        return hash
    }

    private static func kind(of scalar: Unicode.Scalar) -> UInt32 {
        if scalar.value < 0x80 {
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            if byte &- 65 < 26 { return 1 }
            if byte &- 97 < 26 { return 2 }
            return byte &- 48 < 10 ? 3 : scalar.value
        }
        let table = ScalarTable.shared
        guard table.kind(scalar) == .letter else { return scalar.value }
        return table.isCapital(scalar) ? 1 : 2
    }
}

/// Hashes a word's beginnings and ends.
private enum Affixes {
    static func read(_ word: String) -> (prefixes: SIMD4<UInt64>, suffixes: SIMD4<UInt64>) {
        var word = word
        return word.withUTF8 { bytes in
            var (prefixes, suffixes) = (SIMD4<UInt64>(repeating: 0), SIMD4<UInt64>(repeating: 0))
            var end = 0
            for count in 0..<3 {
                end = unsafe Self.next(bytes, after: end)
                prefixes[count] = unsafe FeatureHash.hash(bytes[0..<end])
            }
            var start = bytes.count
            for count in 0..<4 {
                start = unsafe Self.previous(bytes, before: start)
                suffixes[count] = unsafe FeatureHash.hash(bytes[start..<bytes.count])
            }
            return (prefixes, suffixes)
        }
    }

    private static func next(_ bytes: UnsafeBufferPointer<UInt8>, after end: Int) -> Int {
        var end = end
        repeat { end += 1 } while unsafe end < bytes.count && bytes[end] & 0xC0 == 0x80
        return min(end, bytes.count)
    }

    private static func previous(_ bytes: UnsafeBufferPointer<UInt8>, before start: Int) -> Int {
        var start = start
        repeat { start -= 1 } while unsafe start > 0 && bytes[start] & 0xC0 == 0x80
        return max(start, 0)
    }
}
