/// The features by which the tagger tells what kind of word stands at a place: keys of its weights.
///
/// Training and tagging make them here, so that they cannot differ.
package struct TaggerFeatures {
    /// How many features the words alone give.
    package static let wordKeyCount = 33
    /// How many more the tags before and the words' known kinds give.
    package static let tagKeyCount = 15
    /// Stands for the class of the places before the first word.
    package static let start: UInt8 = 255

    private let (left2, left, word, right, right2):
        (WordFeatures, WordFeatures, WordFeatures, WordFeatures, WordFeatures)

    /// - Parameters:
    ///   - words: all words.
    ///   - index: the place of the word that is asked about.
    ///   - sentence: the places that it may look at.
    @inline(__always)
    package init(_ words: UnsafeBufferPointer<WordFeatures>, _ index: Int, in sentence: Range<Int>) {
        word = unsafe words[index]
        left = unsafe index - 1 >= sentence.lowerBound ? words[index - 1] : .outside
        left2 = unsafe index - 2 >= sentence.lowerBound ? words[index - 2] : .outside
        right = unsafe index + 1 < sentence.upperBound ? words[index + 1] : .outside
        right2 = unsafe index + 2 < sentence.upperBound ? words[index + 2] : .outside
    }

    /// Writes ``wordKeyCount`` keys.
    @inline(__always)
    package func writeWordKeys(to keys: UnsafeMutablePointer<UInt64>) {
        var writer = unsafe KeyWriter(keys, firstTemplate: 1)
        writer.write(word.form)
        writer.write(word.lower)
        for index in 0..<4 { writer.write(word.suffixes[index]) }
        for index in 0..<3 { writer.write(word.prefixes[index]) }
        writer.write(word.shape)
        writer.write(UInt64(word.classes.coarse))
        writer.write(UInt64(word.classes.middle))
        writer.write(UInt64(word.classes.fine))
        writer.write(left.lower)
        writer.write(right.lower)
        writer.write(left2.lower)
        writer.write(right2.lower)
        writer.write(left.suffixes[2])
        writer.write(right.suffixes[2])
        writer.write(UInt64(left.classes.fine))
        writer.write(UInt64(right.classes.fine))
        writer.write(UInt64(left2.classes.middle))
        writer.write(UInt64(right2.classes.middle))
        writer.write(left.lower, word.lower)
        writer.write(word.lower, right.lower)
        writer.write(left2.lower, left.lower)
        writer.write(right.lower, right2.lower)
        writer.write(left.shape, word.shape)
        writer.write(word.shape, right.shape)
        writer.write(word.shape, word.suffixes[2])
        writer.write(
            FeatureHash.mix(UInt64(left.classes.middle), UInt64(word.classes.middle)),
            UInt64(right.classes.middle)
        )
        writer.write(UInt64(word.classes.fine), word.suffixes[1])
        writer.write(word.prefixes[2], word.suffixes[2])
        unsafe assert(writer.next == keys + Self.wordKeyCount)
    }

    /// Writes ``tagKeyCount`` keys.
    ///
    /// - Parameters:
    ///   - tags: the classes of the two words before, or ``start``.
    ///   - kinds: what ``TaggerLexicon`` knows of the word and of the two that follow; 0 for nothing.
    ///   - keys: where there is room.
    @inline(__always)
    package func writeTagKeys(
        tags: (before: UInt8, beforeThat: UInt8),
        kinds: (this: UInt16, next: UInt16, afterNext: UInt16),
        to keys: UnsafeMutablePointer<UInt64>
    ) {
        var writer = unsafe KeyWriter(keys, firstTemplate: 101)
        let before = UInt64(tags.before)
        let both = before << 8 | UInt64(tags.beforeThat)
        let (this, next) = (UInt64(kinds.this), UInt64(kinds.next))
        writer.write(before)
        writer.write(both)
        writer.write(before, word.lower)
        writer.write(before, word.suffixes[2])
        writer.write(before, UInt64(word.classes.middle))
        writer.write(before, right.lower)
        writer.write(both, word.lower)
        writer.write(before << 16 | this)
        writer.write(this << 16 | next)
        writer.write(before << 16 | next)
        writer.write(this << 32 | next << 16 | UInt64(kinds.afterNext))
        writer.write(before << 32 | this << 16 | next)
        writer.write(both << 16 | this)
        writer.write(this, word.shape)
        writer.write(before << 16 | this, FeatureHash.mix(word.shape, right.shape))
        unsafe assert(writer.next == keys + Self.tagKeyCount)
    }
}

/// Writes one key after the other, each of a template of its own; who makes it vouches for the room.
@safe private struct KeyWriter {
    private(set) var next: UnsafeMutablePointer<UInt64>
    private var template: UInt64

    @inline(__always)
    init(_ keys: UnsafeMutablePointer<UInt64>, firstTemplate: UInt64) {
        unsafe next = keys
        template = firstTemplate
    }

    @inline(__always)
    mutating func write(_ value: UInt64) {
        unsafe next.pointee = FeatureHash.mix(value, template)
        unsafe next += 1
        template += 1
    }

    @inline(__always)
    mutating func write(_ first: UInt64, _ second: UInt64) { write(FeatureHash.mix(first, second)) }
}
