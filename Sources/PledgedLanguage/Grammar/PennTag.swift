/// A word's class in the Penn Treebank's manner (XPOS), with its form: "VBD" is a verb in the past tense.
public enum PennTag: UInt8, Hashable, Sendable, CaseIterable {
    case cc, cd, dt, ex, fw, `in`, jj, jjr, jjs, ls, md, nn, nnp, nnps, nns, pdt, pos, prp, prpPossessive, rb, rbr, rbs,
        rp
    case sym, to, uh, vb, vbd, vbg, vbn, vbp, vbz, wdt, wp, wpPossessive, wrb
    case comma, stop, colon, openQuote, closeQuote, openBracket, closeBracket, dollar, hash, hyphen, otherPunctuation
    case address, affix, partOfWord, other

    private static let labels = [
        "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNP", "NNPS", "NNS", "PDT", "POS",
        "PRP",
        "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP",
        "WP$",
        "WRB", ",", ".", ":", "``", "''", "-LRB-", "-RRB-", "$", "#", "HYPH", "NFP", "ADD", "AFX", "GW", "XX",
    ]

    /// As the treebanks write it: "VBD".
    public var label: String { Self.labels[Int(rawValue)] }

    /// The tag that the treebanks write so; nil for no such tag.
    public init?(label: String) {
        guard let index = Self.labels.firstIndex(of: label) else { return nil }
        self.init(rawValue: UInt8(index))
    }
}
