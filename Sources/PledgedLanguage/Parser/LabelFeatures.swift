/// What the choice of a relation looks at, when the dependent has all its own dependents.
package struct LabelFeatures {
    private let state: ParserState
    private let (word, head): (Int, Int)
    private let (dependent, governor): (SeenWord, SeenWord)
    private let (links, headLinks): (ParserLinks, ParserLinks)
    /// On which side of its head the dependent lies.
    private let side: UInt64

    /// Writes the keys of the features of the arc from `head` to `word`, before it is made; returns how many.
    package static func write(
        _ state: ParserState,
        _ word: Int,
        under head: Int,
        to start: UnsafeMutablePointer<UInt64>
    ) -> Int {
        let features = LabelFeatures(state, word, head)
        var keys = unsafe FeatureKeys(start)
        features.addWords(to: &keys)
        features.addDependents(to: &keys)
        features.addSurroundings(to: &keys)
        return keys.count
    }

    @inline(__always)
    private init(_ state: ParserState, _ word: Int, _ head: Int) {
        self.state = state
        self.word = word
        self.head = head
        dependent = SeenWord(state, word, .top)
        governor = SeenWord(state, head, .next)
        links = state.links(word)
        headLinks = state.links(head)
        side = SeenWord.number(head > word ? 1 : 2, 81)
    }

    @inline(__always)
    private func addWords(to keys: inout FeatureKeys) {
        let (tag, headTag) = (dependent.tag &+ side, governor.tag &+ side)
        let distance = SeenWord.number(MoveFeatures.bucket(abs(head - word)), 82)
        keys.add(dependent.both &+ side)
        keys.add(tag)
        keys.add(governor.both &+ side)
        keys.add(headTag)
        keys.add(tag &+ governor.tag)
        keys.add(tag &+ governor.word)
        keys.add(headTag &+ dependent.word)
        keys.add(dependent.word &+ governor.word &+ side)
        keys.add(dependent.middle &+ governor.middle &+ side)
        keys.add(dependent.fine &+ headTag)
        keys.add(tag &+ governor.fine)
        keys.add(dependent.suffix &+ headTag)
        keys.add(tag &+ governor.suffix)
        keys.add(tag &+ governor.tag &+ distance)
        keys.add(tag &+ governor.word &+ distance)
        keys.add(governor.word &+ dependent.fine &+ side)
        keys.add(dependent.word &+ governor.fine &+ side)
        keys.add(dependent.fine &+ governor.fine &+ side)
        keys.add(dependent.suffix &+ governor.suffix &+ side)
    }

    @inline(__always)
    private func addDependents(to keys: inout FeatureKeys) {
        let lefts = SeenWord.number(links.leftLabels, 51)
        let rights = SeenWord.number(links.rightLabels, 52)
        let siblings = SeenWord.number(head > word ? headLinks.leftLabels : headLinks.rightLabels, 53)
        let others = SeenWord.number(head > word ? headLinks.rightLabels : headLinks.leftLabels, 54)
        let left = SeenWord(state, Int(links.left), .topLeft)
        let left2 = SeenWord(state, Int(links.left2), .topLeft2)
        let right = SeenWord(state, Int(links.right), .topRight)
        let sibling = Int(head > word ? headLinks.left : headLinks.right)
        let before = SeenWord(state, sibling, .nextLeft)
        let label = state.links(sibling).label
        let (tag, headTag) = (dependent.tag &+ side, governor.tag &+ side)
        let tags = tag &+ governor.tag
        keys.add(tags &+ lefts)
        keys.add(tags &+ rights)
        keys.add(tags &+ lefts &+ rights)
        keys.add(governor.word &+ side &+ lefts)
        keys.add(dependent.word &+ side &+ lefts)
        keys.add(headTag &+ siblings)
        keys.add(tags &+ siblings)
        keys.add(tags &+ others)
        keys.add(tag &+ governor.word &+ siblings)
        keys.add(tags &+ siblings &+ lefts)
        keys.add(headTag &+ left.word)
        keys.add(tags &+ left.word)
        keys.add(tags &+ left2.word)
        keys.add(governor.word &+ side &+ left.word)
        keys.add(dependent.word &+ side &+ left.word)
        keys.add(governor.word &+ dependent.middle &+ left.word)
        keys.add(tags &+ left.tag)
        keys.add(tags &+ right.tag)
        keys.add(tags &+ before.tag &+ label)
        keys.add(tags &+ before.word)
        keys.add(headTag &+ label)
        keys.add(tag &+ governor.word &+ lefts)
        keys.add(tag &+ governor.word &+ left.word)
        keys.add(tags &+ siblings &+ left.word)
        keys.add(tags &+ left.word &+ left2.word)
        keys.add(tags &+ right.word)
        keys.add(headTag &+ dependent.word &+ left.word)
        keys.add(tags &+ siblings &+ others)
        keys.add(governor.word &+ siblings &+ dependent.fine)
    }

    @inline(__always)
    private func addSurroundings(to keys: inout FeatureKeys) {
        let (tag, headTag) = (dependent.tag &+ side, governor.tag &+ side)
        let tags = tag &+ governor.tag
        let before = SeenWord(state, word - 1, .beforeTop)
        let after = SeenWord(state, word + 1, .afterTop)
        let beforeHead = SeenWord(state, head - 1, .beforeNext)
        let afterHead = SeenWord(state, head <= state.count ? head + 1 : 0, .next2)
        let between = state.between(min(word, head), max(word, head))
        let isFirst = SeenWord.number(word == 1 ? 1 : 0, 83)
        keys.add(tags &+ between)
        keys.add(tags &+ before.tag)
        keys.add(tags &+ after.tag)
        keys.add(tags &+ beforeHead.tag)
        keys.add(tags &+ afterHead.tag)
        keys.add(tag &+ before.word)
        keys.add(tag &+ after.word)
        keys.add(headTag &+ beforeHead.word)
        keys.add(headTag &+ afterHead.word)
        keys.add(tags &+ between &+ isFirst)
    }
}
