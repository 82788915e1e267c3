/// A name reduced to what two ways of writing it share.
struct NameKey: Hashable, Sendable {
    let words: [Substring]

    init(_ name: String) {
        // Full stops and apostrophes join ("U.S." is "us"), "&" is a word, all else parts.
        var plain = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            switch scalar {
            case ".", "'", "\u{2019}", "\u{2BC}": break
            case "&": plain.append(contentsOf: " and ".unicodeScalars)
            default: plain.append(scalar)
            }
        }
        let all = Folding.words(String(plain))
        words = all.count > 1 && all.first == "the" ? Array(all.dropFirst()) : all
    }

    var text: String { words.joined(separator: " ") }

    /// Without "Co., Ltd" and its like, as long as something is left.
    var withoutLegalForm: String {
        var rest = words[...]
        while rest.count > 1, let last = rest.last, Self.legalForms.contains(last) { rest.removeLast() }
        return rest.joined(separator: " ")
    }

    private static let legalForms: Set<Substring> = [
        "ag", "bhd", "co", "corp", "gmbh", "inc", "jsc", "llc", "ltd", "nv", "plc", "pte", "pty", "sa", "spa", "tbk",
    ]

    /// Whether `name` is one word of 2 to 12 letters and digits, most of them capitals ("METI", "MoET", "G7").
    static func isAcronym(_ name: String) -> Bool {
        var (capitals, others) = (0, 0)
        for scalar in name.unicodeScalars where scalar != "." && scalar != "-" && scalar != "&" {
            let properties = scalar.properties
            if properties.isUppercase || properties.generalCategory == .decimalNumber {
                capitals += 1
            } else if properties.isLowercase {
                others += 1
            } else {
                return false
            }
        }
        let startsWithCapital = name.unicodeScalars.first?.properties.isUppercase ?? false
        return startsWithCapital && (2...12).contains(capitals + others) && capitals > max(1, others)
    }
}
