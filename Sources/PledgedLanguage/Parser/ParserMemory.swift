/// The room in which sentences are parsed, one after another.
@safe
package struct ParserMemory: ~Copyable {
    /// In words.
    package let sentenceMax: Int
    private let words: UnsafeMutablePointer<ParserWord>
    private let links: UnsafeMutablePointer<ParserLinks>
    private let stack: UnsafeMutablePointer<Int16>

    /// - Parameter sentenceMax: the longest sentence, in words; at most 500.
    package init(sentenceMax: Int) {
        precondition((1...500).contains(sentenceMax), "Longer sentences are parsed in parts.")
        self.sentenceMax = sentenceMax
        // The words, the place of no word, and the root.
        unsafe words = .allocate(capacity: sentenceMax + 2)
        unsafe links = .allocate(capacity: sentenceMax + 2)
        unsafe stack = .allocate(capacity: sentenceMax + 2)
        unsafe words.initialize(repeating: .none, count: sentenceMax + 2)
        unsafe links.initialize(repeating: ParserLinks(), count: sentenceMax + 2)
        unsafe stack.initialize(repeating: 0, count: sentenceMax + 2)
    }

    deinit {
        unsafe words.deallocate()
        unsafe links.deallocate()
        unsafe stack.deallocate()
    }

    /// The state before the first move; it is valid until the next call, and as long as this memory is.
    ///
    /// - Parameter sentence: 1 to ``sentenceMax`` words.
    /// - Returns: the state, with all words still to come.
    package mutating func start(_ sentence: some RandomAccessCollection<ParserWord>) -> ParserState {
        let count = sentence.count
        precondition((1...sentenceMax).contains(count))
        var landmarks: UInt64 = 0
        for (index, word) in sentence.enumerated() {
            landmarks &+= word.landmark?.one ?? 0
            unsafe words[index + 1] = word
            unsafe words[index + 1].landmarks = landmarks
        }
        unsafe words[count + 1] = .root
        unsafe words[count + 1].landmarks = landmarks
        var (finiteVerb, comma) = (0, 0) as (Int16, Int16)
        for index in stride(from: count, through: 1, by: -1) {
            unsafe words[index].finiteVerb = finiteVerb
            unsafe words[index].comma = comma
            if unsafe words[index].landmark == .finiteVerb { finiteVerb = Int16(index) }
            if unsafe words[index].landmark == .comma { comma = Int16(index) }
        }
        for index in 0..<count + 2 { unsafe links[index] = ParserLinks() }
        return unsafe ParserState(words: words, links: links, stack: stack, count: count)
    }
}
