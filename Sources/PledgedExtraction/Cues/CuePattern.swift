/// One way in which a rule's cue may be worded.
struct CuePattern: Hashable, Sendable {
    /// As its file has it.
    let text: String
    /// Counted from 1.
    let line: Int
    let elements: [CueElement]

    /// In how many ways it may be laid over the words at one place, at the most.
    var tries: Int {
        elements.reduce(1) { tries, element in
            let ways =
                switch (element.shape, element.count) {
                case (.gap, _): CueMatcher.gapMax + 1
                case (.addressee, _): CueMatcher.addresseeMax
                case (_, .any): CueMatcher.repeatsMax + 1
                case (_, .optional): 2
                case (.words, .once), (.kind, .once), (.anchor, .once): 1
                }
            return min(tries * ways, Int(Int32.max))
        }
    }

    /// Whether it is looked for at every word, and not only where a word of its own stands.
    var beginsAnywhere: Bool {
        guard let first = elements.first(where: { $0.shape != .anchor }), first.count == .once,
            case .words = first.shape
        else { return true }
        return false
    }
}
