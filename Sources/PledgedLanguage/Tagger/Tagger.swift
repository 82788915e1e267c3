/// Tells what kind of word each token is.
///
/// A greedy averaged perceptron: from left to right, each word gets the class with the highest sum of weights; the two
/// classes before it count among the features. Common words of one class only are not asked about. Sums are integers:
/// the same words get the same tags everywhere.
public struct Tagger: Annotator {
    package static let classesSection = "tagger.classes"
    package static let wordsSection = "tagger.words"
    package static let weightsSection = "tagger.weights"

    /// Scores have room for whatever class a row of weights may name.
    private static let scoreCount = 256

    private let classes: [Tag]
    private let lexicon: TaggerLexicon
    private let weights: ClassWeights

    /// - Throws: ``ModelError`` when the model has no tagger, or a damaged one.
    public init(_ model: ModelFile) throws(ModelError) {
        classes = try Self.classes(model.section(Self.classesSection))
        lexicon = try TaggerLexicon(model.section(Self.wordsSection))
        weights = try ClassWeights(model.section(Self.weightsSection))
    }

    public var requires: Set<Layer> { [.tokens, .sentences, .features] }
    public var provides: Layer { .tags }

    public func annotate(_ document: inout Document) {
        let sentences = document.sentences
        document.tags = unsafe document.features.withUnsafeBufferPointer { words in
            unsafe [Tag](unsafeUninitializedCapacity: words.count) { tags, count in
                unsafe tags.initialize(repeating: classes[0])
                count = words.count
                unsafe tag(words, sentences, into: tags)
            }
        }
    }

    private func tag(
        _ words: UnsafeBufferPointer<WordFeatures>,
        _ sentences: [Sentence],
        into tags: UnsafeMutableBufferPointer<Tag>
    ) {
        unsafe withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.scoreCount) { scores in
            unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 3 * Self.keyCount) { keys in
                guard let scores = scores.baseAddress, let keys = keys.baseAddress else { return }
                for sentence in sentences { unsafe tag(words, sentence.span.range, scores, keys, into: tags) }
            }
        }
    }

    private func tag(
        _ words: UnsafeBufferPointer<WordFeatures>,
        _ sentence: Range<Int>,
        _ scores: UnsafeMutablePointer<Int32>,
        _ keys: UnsafeMutablePointer<UInt64>,
        into tags: UnsafeMutableBufferPointer<Tag>
    ) {
        var (before, beforeThat) = (TaggerFeatures.start, TaggerFeatures.start)
        var this = TaggerLexicon.Entry.unknown
        var next = unsafe entry(words, sentence.lowerBound, sentence)
        var afterNext = unsafe entry(words, sentence.lowerBound + 1, sentence)
        for index in sentence {
            (this, next) = (next, afterNext)
            afterNext = unsafe entry(words, index + 2, sentence)
            var chosen = Int(this.certain) - 1
            if chosen < 0 {
                let features = unsafe TaggerFeatures(words, index, in: sentence)
                unsafe features.writeWordKeys(to: keys)
                unsafe features.writeTagKeys(
                    tags: (before, beforeThat),
                    kinds: (this.kinds, next.kinds, afterNext.kinds),
                    to: keys + TaggerFeatures.wordKeyCount
                )
                unsafe scores.update(repeating: 0, count: Self.scoreCount)
                unsafe weights.add(keys, count: Self.keyCount, room: keys + Self.keyCount, to: scores)
                chosen = unsafe best(scores)
            }
            unsafe tags[index] = classes[chosen]
            (before, beforeThat) = (UInt8(chosen), before)
        }
    }

    @inline(__always)
    private func entry(
        _ words: UnsafeBufferPointer<WordFeatures>,
        _ index: Int,
        _ sentence: Range<Int>
    ) -> TaggerLexicon.Entry {
        guard index < sentence.upperBound else { return .unknown }
        let entry = unsafe lexicon.entry(words[index])
        // The checksum of the file vouches for the lexicon; this keeps a wrong class from being used.
        return Int(entry.certain) <= classes.count ? entry : .unknown
    }

    private static let keyCount = TaggerFeatures.wordKeyCount + TaggerFeatures.tagKeyCount

    /// The first of the classes with the highest score.
    @inline(__always)
    private func best(_ scores: UnsafeMutablePointer<Int32>) -> Int {
        var best = 0
        for number in 1..<classes.count where unsafe scores[number] > scores[best] { best = number }
        return best
    }

    /// Two bytes a class: universal and Penn tag.
    private static func classes(_ bytes: ModelBytes) throws(ModelError) -> [Tag] {
        guard bytes.count >= 2, bytes.count % 2 == 0, bytes.count / 2 <= Int(TaggerFeatures.start) else {
            throw .damaged("the tagger's classes are cut short")
        }
        var classes: [Tag] = []
        for place in stride(from: 0, to: bytes.count, by: 2) {
            guard let universal = UniversalTag(rawValue: bytes.load(at: place, as: UInt8.self)),
                let penn = PennTag(rawValue: bytes.load(at: place + 1, as: UInt8.self))
            else { throw .damaged("the tagger's class \(place / 2) is no tag") }
            classes.append(Tag(universal, penn))
        }
        return classes
    }

    package static func bytes(_ classes: [Tag]) -> [UInt8] {
        classes.flatMap { [$0.universal.rawValue, $0.penn.rawValue] }
    }
}
