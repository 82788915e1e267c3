/// An annotated text.
///
/// Places in it are byte offsets into the text exactly as it was given; tokens and sentences lie inside blocks, and
/// what lies in no block is read by nobody.
public struct Document: Sendable {
    /// The text in UTF-8, untouched.
    public let bytes: [UInt8]
    /// In text order, not overlapping, in bytes.
    public let blocks: [Range<Int>]
    public internal(set) var tokens: [Token] = []
    public internal(set) var sentences: [Sentence] = []
    /// For each token, what the models need of its form.
    public internal(set) var features: [WordFeatures] = []
    /// For each token.
    public internal(set) var tags: [Tag] = []
    /// For each token, its dictionary form, with capitals where Universal Dependencies has them.
    public internal(set) var lemmas: [String] = []
    /// In text order, not overlapping.
    public internal(set) var names: [Name] = []
    /// For each token.
    public internal(set) var arcs: [Arc] = []

    /// A text without any layer.
    ///
    /// - Parameters:
    ///   - text: the stored text, below 2 GiB.
    ///   - blocks: stretches of it in UTF-8 bytes, in order, not overlapping; nil for one that is the whole text.
    public init(text: String, blocks: [Range<Int>]? = nil) {
        bytes = Array(text.utf8)
        precondition(bytes.count < Int(Int32.max))
        self.blocks = blocks ?? [0..<bytes.count]
        var end = 0
        for block in self.blocks {
            precondition(block.lowerBound >= end && block.upperBound <= bytes.count)
            end = block.upperBound
        }
    }

    /// The bytes from the first token of `span` to the end of its last; empty for an empty span.
    public func byteRange(_ span: Span) -> Range<Int> {
        guard !span.isEmpty else {
            let place = span.start < tokens.count ? tokens[span.start].bytes.lowerBound : bytes.count
            return place..<place
        }
        return tokens[span.start].bytes.lowerBound..<tokens[span.end - 1].bytes.upperBound
    }

    /// The stored text of `span`, byte for byte, white space between tokens included.
    public func text(_ span: Span) -> String { text(byteRange(span)) }

    public func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The tokens that share a byte with `range`.
    public func tokens(touching range: Range<Int>) -> Span {
        let start = firstToken { $0.bytes.upperBound > range.lowerBound }
        let end = firstToken { $0.bytes.lowerBound >= range.upperBound }
        return Span(start, max(start, end))
    }

    /// The index into ``sentences`` of the sentence that holds the token; nil where none does.
    public func sentence(holding token: Int) -> Int? {
        var (low, high) = (0, sentences.count)
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].span.end <= token { low = middle + 1 } else { high = middle }
        }
        return low < sentences.count && sentences[low].span.contains(token) ? low : nil
    }

    /// Binary search: `isReached` must stay true once it is.
    private func firstToken(where isReached: (Token) -> Bool) -> Int {
        var (low, high) = (0, tokens.count)
        while low < high {
            let middle = (low + high) / 2
            if isReached(tokens[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
