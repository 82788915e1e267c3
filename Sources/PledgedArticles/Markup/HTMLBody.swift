/// Chooses the part of a page that holds the story, and cuts it into passages.
struct HTMLBody {
    private let outline: HTMLOutline
    private var text = ""
    private var passages: [Passage] = []
    private var group = 0
    private var line = ""
    private var kinds: [Passage.Kind] = []
    private let root: Range<Int>

    init(_ outline: HTMLOutline) {
        self.outline = outline
        root = Self.root(of: outline)
    }

    mutating func manuscript(evidence: HeaderEvidence) -> Manuscript {
        var index = root.lowerBound
        while index < root.upperBound {
            if isDropped(at: index) {
                flush(endsGroup: true)
                index = outline.ends[index] + 1
                continue
            }
            read(outline.events[index])
            index += 1
        }
        flush(endsGroup: true)
        return Manuscript(text: SourceText(text), passages: passages, evidence: evidence)
    }

    private mutating func read(_ event: HTMLEvent) {
        switch event {
        case .text(let content): append(content)
        case .open("br", _): flush(endsGroup: false)
        case .close("br"): break
        case .open(let name, let attributes):
            guard Self.blocks.contains(name) else { return }
            flush(endsGroup: true)
            kinds.append(Self.kind(of: name, attributes) ?? kinds.last ?? .plain)
        case .close(let name):
            guard Self.blocks.contains(name) else { return }
            flush(endsGroup: true)
            _ = kinds.popLast()
        }
    }

    /// Adds text as a browser shows it: runs of white space are one space.
    private mutating func append(_ content: String) {
        for scalar in content.unicodeScalars {
            let isSpace = scalar == " " || (0x09...0x0D).contains(scalar.value)
            if !isSpace {
                line.unicodeScalars.append(scalar)
            } else if !line.isEmpty, line.utf8.last != 0x20 {
                line.append(" ")
            }
        }
    }

    private mutating func flush(endsGroup: Bool) {
        defer {
            line = ""
            if endsGroup, passages.last?.group == group { group += 1 }
        }
        guard let content = line.nonBlank else { return }
        if let last = passages.last { text += last.group == group ? "\n" : "\n\n" }
        let start = text.utf8.count
        text += content
        passages.append(Passage(range: start..<text.utf8.count, kind: kinds.last ?? .plain, group: group))
    }

    private static func kind(of name: String, _ attributes: [String: String]) -> Passage.Kind? {
        switch name {
        case "h1", "hl1", "headline": .heading(level: 1)
        case "h2", "h3", "h4", "h5", "h6", "hl2": .heading(level: 2)
        case "li", "dd": .listItem
        case "figcaption", "caption": .caption
        default: nil
        }
    }

    private static let blocks: Set<String> = [
        "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
        "figcaption", "figure",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "li", "main", "ol", "p", "pre", "section",
        "summary", "table",
        "tbody", "hedline", "hl1", "hl2", "headline", "dateline", "byline", "body.head", "body.content", "td", "tfoot",
        "th", "thead", "tr", "ul", "head",
    ]
}

extension HTMLBody {
    /// The element with the story: the longest `article`, or else the main part, or else the body.
    private static func root(of outline: HTMLOutline) -> Range<Int> {
        let whole = outline.events.indices
        let body = outline.elements("body", in: whole).first.map { $0..<(outline.ends[$0] + 1) } ?? whole
        let articles = outline.elements("article", in: body)
        let marked = body.filter { index in
            guard case .open(let name, let attributes) = outline.events[index] else { return false }
            return name == "main" || attributes["role"] == "main" || attributes["itemprop"] == "articleBody"
        }
        for choice in [articles, marked] {
            let longest = choice.max { outline.textBytes(at: $0) < outline.textBytes(at: $1) }
            if let longest, outline.textBytes(at: longest) >= storyBytesMin {
                return longest..<(outline.ends[longest] + 1)
            }
        }
        return body
    }

    /// Navigation, scripts, forms and what else is not the story.
    private func isDropped(at index: Int) -> Bool {
        guard case .open(let name, let attributes) = outline.events[index], index != root.lowerBound else {
            return false
        }
        if Self.dropped.contains(name) || attributes["hidden"] != nil || attributes["aria-hidden"] == "true" {
            return true
        }
        if name == "header", outline.elements("h1", in: index..<outline.ends[index]).isEmpty { return isMinor(index) }
        if Self.droppedRoles.contains(attributes["role"] ?? "") { return isMinor(index) }
        let labels = [attributes["class"], attributes["id"]].compactMap { $0?.lowercased() }.joined(separator: " ")
        return !labels.isEmpty && Self.blocks.contains(name) && isMinor(index)
            && labels.split { !$0.isLetter }.contains { Self.droppedLabels.contains(String($0)) }
    }

    /// A label that covers most of the page names the page, not a part of it.
    private func isMinor(_ index: Int) -> Bool {
        outline.textBytes(at: index) * 3 < outline.textBytes(at: root.lowerBound)
    }

    private static let storyBytesMin = 150
    private static let dropped: Set<String> = [
        "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "select", "textarea",
        "svg", "iframe",
        "object", "video", "audio", "canvas", "dialog", "menu", "head", "title",
    ]
    private static let droppedRoles: Set<String> = [
        "navigation", "banner", "complementary", "contentinfo", "search", "dialog",
    ]
    private static let droppedLabels: Set<String> = [
        "share", "sharing", "social", "related", "newsletter", "breadcrumb", "breadcrumbs", "cookie", "cookies",
        "advert", "advertisement",
        "comments", "sidebar", "subscribe", "promo", "tags", "menu", "navbar", "toolbar", "skip",
    ]
}
