/// What the parser asks of a word: hashes made once, to be added up to features.
package struct ParserWord: BitwiseCopyable, Sendable {
    /// Of the lower case, of its last three scalars, of its classes, of the whole tag and of the universal one.
    let word: UInt64
    let suffix: UInt64
    let middle: UInt64
    let fine: UInt64
    let tag: UInt64
    let universal: UInt64
    /// What it matters to have between two words.
    let landmark: Landmark?
    /// Words of the sentence up to this one of each ``Landmark``, ten bits a landmark.
    var landmarks: UInt64 = 0
    /// The next finite verb and the next comma after this word; 0 for none.
    var finiteVerb: Int16 = 0
    var comma: Int16 = 0

    package enum Landmark: UInt64, Sendable, BitwiseCopyable {
        case finiteVerb, otherVerb, comma, coordinator, stop, quote

        fileprivate init?(_ tag: Tag) {
            switch tag.penn {
            case .vbd, .vbz, .vbp, .md: self = .finiteVerb
            case .vb, .vbg, .vbn: self = .otherVerb
            case .comma: self = .comma
            case .cc: self = .coordinator
            case .colon, .stop: self = .stop
            case .openQuote, .closeQuote, .openBracket, .closeBracket: self = .quote
            default: return nil
            }
        }

        /// The highest bit of each landmark's ten.
        static let highBits: UInt64 = 0x0802_0080_2008_0200
        var one: UInt64 { 1 << (10 * rawValue) }
    }

    /// The place where no word is.
    static let none = ParserWord(constant: 1)
    /// The root, which follows a sentence's last word.
    static let root = ParserWord(constant: 2)

    private init(constant: UInt64) {
        word = FeatureHash.mix(constant, 11)
        suffix = FeatureHash.mix(constant, 12)
        middle = FeatureHash.mix(constant, 13)
        fine = FeatureHash.mix(constant, 14)
        tag = FeatureHash.mix(constant, 15)
        universal = FeatureHash.mix(constant, 16)
        landmark = nil
    }

    package init(_ features: WordFeatures, _ tag: Tag) {
        word = FeatureHash.mix(features.lower, 21)
        suffix = FeatureHash.mix(features.suffixes[2], 22)
        middle = FeatureHash.mix(UInt64(features.classes.middle), 23)
        fine = FeatureHash.mix(UInt64(features.classes.fine), 24)
        self.tag = FeatureHash.mix(UInt64(tag.universal.rawValue) << 8 | UInt64(tag.penn.rawValue), 25)
        universal = FeatureHash.mix(UInt64(tag.universal.rawValue), 26)
        landmark = Landmark(tag)
    }
}
