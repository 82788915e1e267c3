/// The walk through a document, with what is needed to choose parts of it: where each element ends, and how much
/// text it holds.
struct HTMLOutline: Sendable {
    let events: [HTMLEvent]
    /// For an opening event the index of its closing one, elsewhere the index itself.
    let ends: [Int]
    /// Bytes of text before each event; one more than events.
    private let textBefore: [Int]

    init(_ events: [HTMLEvent]) {
        self.events = events
        var (ends, open, textBefore) = (Array(events.indices), [Int](), [0])
        for (index, event) in events.enumerated() {
            var bytes = 0
            switch event {
            case .open: open.append(index)
            case .close: if let start = open.popLast() { ends[start] = index }
            case .text(let text): bytes = text.utf8.count
            }
            textBefore.append(textBefore[index] + bytes)
        }
        self.ends = ends
        self.textBefore = textBefore
    }

    /// Bytes of text inside the element that opens at `index`.
    func textBytes(at index: Int) -> Int { textBefore[ends[index] + 1] - textBefore[index] }

    /// The text inside the element that opens at `index`, in one line.
    func line(at index: Int) -> String {
        let text = events[index...ends[index]].reduce(into: "") { text, event in
            if case .text(let content) = event { text += content }
        }
        let source = SourceText(text)
        return source.line(source.whole)
    }

    /// The opening events of elements called `name`.
    func elements(_ name: String, in range: Range<Int>) -> [Int] {
        range.filter { if case .open(name, _) = events[$0] { true } else { false } }
    }

    func attributes(at index: Int) -> [String: String] {
        if case .open(_, let attributes) = events[index] { attributes } else { [:] }
    }
}
