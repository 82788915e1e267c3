/// What Markdown's marks at the front of a line say of it.
enum MarkdownMarks {
    static func kind(of range: Range<Int>, in text: SourceText) -> Passage.Kind {
        let front = text.string(text.front(range, countMax: 8))
        let hashes = front.prefix { $0 == "#" }.count
        // "###" by itself ends a press release.
        if (1...6).contains(hashes), front.dropFirst(hashes).first == " " { return .heading(level: hashes) }
        if front.hasPrefix("![") { return .caption }
        return ListMarker.begins(range, in: text) ? .listItem : .plain
    }

    /// A heading's or bold line's own words: without hashes and emphasis at its ends.
    static func stripped(_ line: String) -> String {
        var words = line.drop { $0 == "#" || $0 == " " }
        while let last = words.last, last == "#" || last == " " { words.removeLast() }
        for mark in ["**", "__", "*", "_"]
        where words.hasPrefix(mark) && words.hasSuffix(mark) && words.count > 2 * mark.count {
            words = words.dropFirst(mark.count).dropLast(mark.count)
        }
        return String(words)
    }
}
