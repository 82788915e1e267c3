/// The metadata between two fences at the top of a Markdown file.
///
/// Static site tools write YAML between `---` or TOML between `+++`. Articles need the flat `key: value` lines of
/// either, so nested values are skipped and no library is wanted.
struct FrontMatter: Hashable, Sendable {
    let fields: [HeaderField]
    /// Both fences included, in bytes.
    let range: Range<Int>

    init?(_ text: SourceText, in range: Range<Int>) {
        let lines = TextLine.lines(of: text, in: text.front(range, countMax: Self.bytesMax))
        guard let open = lines.firstIndex(where: { !$0.isBlank }) else { return nil }
        let fence = text.line(text.front(lines[open].range, countMax: 8))
        guard fence == "---" || fence == "+++" else { return nil }
        let closers = fence == "---" ? ["---", "..."] : [fence]
        let rest = lines[(open + 1)...]
        guard let close = rest.firstIndex(where: { closers.contains(text.line(text.front($0.range, countMax: 8))) })
        else {
            return nil
        }
        let fields = Self.fields(of: rest[..<close].map(\.range), in: text, separators: fence == "---" ? ":" : "=")
        guard !fields.isEmpty else { return nil }
        self.fields = fields
        self.range = lines[open].range.lowerBound..<lines[close].range.upperBound
    }

    private static func fields(of lines: [Range<Int>], in text: SourceText, separators: String) -> [HeaderField] {
        var fields: [HeaderField] = []
        for line in lines where !line.isEmpty {
            let isNested = line.lowerBound > 0 && [0x20, 0x09].contains(text.bytes[line.lowerBound - 1])
            let content = text.line(line)
            if isNested || content.hasPrefix("- ") {
                fields = fields.adding(nested: content)
            } else if let field = HeaderField(content, separators: separators) {
                fields.append(field.isList ? field.firstOfList : field)
            }
        }
        return fields
    }

    private static let bytesMax = 50_000
}

extension [HeaderField] {
    /// Gives a key without value the first item or the folded text below it.
    fileprivate func adding(nested content: String) -> [HeaderField] {
        guard let last, last.value.isEmpty || [">", "|", ">-", "|-"].contains(last.value) else { return self }
        let item = content.hasPrefix("- ") ? String(content.dropFirst(2)) : content
        return dropLast() + [HeaderField("\(last.key): \(item)") ?? last]
    }
}

extension HeaderField {
    fileprivate var isList: Bool { value.hasPrefix("[") && value.hasSuffix("]") }

    /// The field with the first of `[a, b]`.
    fileprivate var firstOfList: HeaderField {
        let first = value.dropFirst().dropLast().split(separator: ",").first.map(String.init) ?? ""
        return HeaderField("\(key): \(first)") ?? self
    }
}
