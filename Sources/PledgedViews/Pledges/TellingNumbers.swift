/// The numbers that stand in a quote, in digits or words: "from one million to 1.2 million" holds 1,000,000 and 1,200,000.
///
/// Years are left out, and so is 1, which as a word is mostly none.
enum TellingNumbers {
    static func all(in quote: String) -> [Double] {
        var found: [Double] = []
        let parts = parts(of: quote).map { $0.drop(while: isPoint) }
        func take(_ value: Double) { if !found.contains(value) { found.append(value) } }
        for (index, part) in parts.enumerated() {
            let digits = part.prefix { isDigit($0) || isPoint($0) }
            var next: String { index + 1 < parts.count ? letters(parts[index + 1]) : "" }
            if digits.isEmpty {
                guard let first = part.first, initials.contains(first) else { continue }
                if part.count(where: { !isDigit($0) && !isPoint($0) }) > wordMax { continue }
                guard let small = words[letters(part)] else { continue }
                let value = small * (scales[next] ?? 1)
                if value > 1 { take(value) }
            } else {
                var text = digits.filter { $0 != UInt8(ascii: ",") }
                if text.last == UInt8(ascii: ".") { text.removeLast() }
                guard let number = Double(String(decoding: text, as: UTF8.self)) else { continue }
                let suffix = letters(part.dropFirst(digits.count))
                let scale = suffix.isEmpty ? scales[next] : scales[suffix]
                if scale == nil, (1900...2100).contains(number), !digits.contains(UInt8(ascii: ",")) { continue }
                take(number * (scale ?? 1))
            }
        }
        return found.sorted()
    }

    /// What lies between anything but letters, digits and points, folded.
    private static func parts(of quote: String) -> [ArraySlice<UInt8>] {
        if let bytes = Folding.foldedASCII(quote) {
            return bytes.split { !Folding.isLetterOrDigit($0) && !isPoint($0) }
        }
        return Folding.letters(quote).unicodeScalars
            .split { !Folding.isWordCharacter($0) && $0 != "," && $0 != "." }
            .map { Array(Substring($0).utf8)[...] }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    private static func isPoint(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") }

    private static func letters(_ part: ArraySlice<UInt8>) -> String {
        String(decoding: part.filter { !isDigit($0) && !isPoint($0) }, as: UTF8.self)
    }

    private static let scales: [String: Double] = [
        "hundred": 100, "thousand": 1_000, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "mn": 1e6,
        "bn": 1e9, "tn": 1e12, "k": 1_000,
    ]
    /// Letters of the longest number word.
    private static let wordMax = 7
    /// With what they begin.
    private static let initials = Set(words.keys.compactMap(\.utf8.first))
    private static let words: [String: Double] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
        "seventy": 70, "eighty": 80, "ninety": 90,
    ]
}
