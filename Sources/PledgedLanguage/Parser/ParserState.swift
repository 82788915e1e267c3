/// A half-built tree: words on the stack still wait for a head, the next word is the first that was not on it yet.
///
/// Words are counted from 1; 0 is the place of no word, and the root follows the last word.
@safe
package struct ParserState {
    let words: UnsafePointer<ParserWord>
    private let links: UnsafeMutablePointer<ParserLinks>
    private let stack: UnsafeMutablePointer<Int16>
    /// In words.
    package let count: Int
    package private(set) var depth = 0
    package private(set) var next = 1
    /// A hash of which words have a head.
    private var attached: UInt64 = 0

    init(
        words: UnsafePointer<ParserWord>,
        links: UnsafeMutablePointer<ParserLinks>,
        stack: UnsafeMutablePointer<Int16>,
        count: Int
    ) {
        unsafe self.words = words
        unsafe self.links = links
        unsafe self.stack = stack
        self.count = count
    }

    /// Goes back to the state before the first move.
    mutating func restart() {
        (depth, next, attached) = (0, 1, 0)
        for index in 0..<count + 2 { unsafe links[index] = ParserLinks() }
    }

    package var root: Int { count + 1 }
    package var isDone: Bool { next == root && depth == 0 }

    /// The same for states of a sentence that have the same words on the stack and the same ones to come, whatever arcs
    /// they have drawn.
    @inline(__always)
    var waiting: UInt64 { attached &+ UInt64(next) }

    /// The word that lies so many below the stack's top; 0 for none.
    @inline(__always)
    package func stacked(_ below: Int) -> Int { below < depth ? unsafe Int(stack[depth - 1 - below]) : 0 }

    /// The word that comes so many after the next one; the root after the last, 0 after the root.
    @inline(__always)
    package func coming(_ after: Int) -> Int { next + after <= root ? next + after : 0 }

    @inline(__always)
    package func links(_ word: Int) -> ParserLinks { unsafe links[word] }

    /// Whether the move may follow; while a sentence is not done, one always may.
    ///
    /// The root takes the last word that is left, so that it has one dependent.
    @inline(__always)
    package func allows(_ move: Move) -> Bool {
        switch move {
        case .shift: next < root
        case .left: depth > 0 && (next < root || depth == 1)
        case .right: depth > 1
        }
    }

    /// The move that must follow because no other may; nil where there is a choice.
    @inline(__always)
    package var onlyMove: Move? {
        if next < root { return depth == 0 ? .shift : nil }
        return depth > 1 ? .right : .left
    }

    /// The word that the move gives a head, and the head; nil for a shift.
    @inline(__always)
    package func arc(of move: Move) -> (dependent: Int, head: Int)? {
        switch move {
        case .shift: nil
        case .left: (stacked(0), next)
        case .right: (stacked(0), stacked(1))
        }
    }

    /// Moves on; `relation` is the label of the arc that the move makes.
    @inline(__always)
    package mutating func apply(_ move: Move, _ relation: UInt8) {
        switch move {
        case .shift:
            unsafe stack[depth] = Int16(truncatingIfNeeded: next)
            unsafe links[next].isOnStack = true
            depth += 1
            next += 1
        case .left:
            attach(stacked(0), relation, toTheRightOf: false, next)
            depth -= 1
        case .right:
            attach(stacked(0), relation, toTheRightOf: true, stacked(1))
            depth -= 1
        }
    }

    @inline(__always)
    private mutating func attach(_ word: Int, _ relation: UInt8, toTheRightOf isRight: Bool, _ head: Int) {
        let place = Int16(truncatingIfNeeded: word)
        unsafe links[word].head = Int16(truncatingIfNeeded: head)
        unsafe links[word].relation = relation
        unsafe links[word].label = FeatureHash.mix(UInt64(relation), 31)
        unsafe links[word].isOnStack = false
        attached &+= FeatureHash.mix(UInt64(word), 33)
        var link = unsafe links[head]
        if isRight {
            (link.right2, link.right) = (link.right, place)
            link.rightLabels |= 1 << UInt64(relation)
            link.rightCount &+= link.rightCount < 255 ? 1 : 0
        } else {
            (link.left2, link.left) = (link.left, place)
            link.leftLabels |= 1 << UInt64(relation)
            link.leftCount &+= link.leftCount < 255 ? 1 : 0
        }
        unsafe links[head] = link
    }

    /// The landmarks that lie between two words, as a hash; `start` before `end`.
    @inline(__always)
    func between(_ start: Int, _ end: Int) -> UInt64 {
        let counts = unsafe words[max(end - 1, start)].landmarks &- words[start].landmarks
        let high = ParserWord.Landmark.highBits
        return FeatureHash.mix((counts &+ high &- high >> 9) & high, 32)
    }
}
