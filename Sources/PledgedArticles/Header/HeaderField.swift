/// One `key: value` line and what its key says of the value.
struct HeaderField: Hashable, Sendable {
    enum Meaning: Hashable, Sendable {
        case date, update, title, source, byline, sender, place, language
        /// A field that the header has no use for.
        case other
    }

    /// In lower case, with spaces for hyphens and underscores.
    let key: String
    let value: String

    /// Nil for a key that nobody knows.
    var meaning: Meaning? { Self.meanings[key] }

    /// Reads `Key: value`, `**Key:** value` and, where `separators` allows it, `key = "value"`.
    init?(_ line: String, separators: String = ":") {
        guard let separator = line.prefix(Self.keyMax).firstIndex(where: { separators.contains($0) }) else {
            return nil
        }
        let key = line[..<separator].filter { $0 != "*" && $0 != "#" }
        let words = key.lowercased().split { $0 == "-" || $0 == "_" || $0.isWhitespace }
        let isKey = key.unicodeScalars.allSatisfy { $0.isAlphabetic || " -_\t".unicodeScalars.contains($0) }
        guard isKey, (1...3).contains(words.count), key.first?.isWhitespace == false else { return nil }
        // "https://…" is no field, nor is "10:30".
        let rest = line[line.index(after: separator)...]
        guard !rest.hasPrefix("//") else { return nil }
        self.key = words.joined(separator: " ")
        value = Self.unquoted(String(rest))
    }

    /// Adds what the field says to `evidence`.
    func add(to evidence: inout HeaderEvidence) {
        guard !value.isEmpty else { return }
        switch meaning {
        case .date: evidence.add(datesIn: value, from: .field)
        case .update: evidence.add(datesIn: value, from: .updateLine)
        case .title: evidence.suggest(title: value)
        case .source: addSource(to: &evidence)
        case .byline: Byline(naming: value).add(to: &evidence)
        // Without an address it says which body speaks, not which wire.
        case .sender: if value.contains("@") { evidence.add(source: Self.displayName(value), from: .sender) }
        case .place: addPlace(to: &evidence)
        case .language: evidence.language = evidence.language ?? LanguageTag.tag(value)
        case .other, nil: break
        }
    }

    /// "Xinhua | 2025-05-08 20:13:45" holds more than the source.
    private func addSource(to evidence: inout HeaderEvidence) {
        let parts = value.split(whereSeparator: { "|•·".contains($0) }).map { String($0) }
        let name = parts.first.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") } ?? ""
        evidence.add(source: name.hasPrefix("http") ? "" : NewsAgency.withoutDesk(name), from: .field)
        for part in parts.dropFirst() { evidence.add(datesIn: part, from: .line) }
    }

    /// "TOKYO, July 10 (Reuters) -" is a whole dateline, "TOKYO" a place.
    private func addPlace(to evidence: inout HeaderEvidence) {
        let text = SourceText(value)
        guard let dateline = DatelineParser(text, in: text.whole).dateline(), dateline.place != nil else {
            return evidence.suggest(place: value)
        }
        dateline.add(to: &evidence)
    }

    /// The name in `"Press Desk" <desk@example.org>`; the whole where there is no address.
    private static func displayName(_ sender: String) -> String {
        let name = sender.prefix { $0 != "<" && $0 != "(" }.filter { $0 != "\"" }
        let trimmed = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return trimmed.contains("@") ? "" : trimmed
    }

    private static func unquoted(_ value: String) -> String {
        var value = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        while value.hasPrefix("*") { value = String(value.dropFirst()) }
        value = value.split(separator: " ").joined(separator: " ")
        guard value.count >= 2, let quote = value.first, quote == value.last, quote == "\"" || quote == "'" else {
            return value
        }
        let inner = String(value.dropFirst().dropLast())
        guard quote == "'" else { return unescaped(inner) }
        return inner.split(separator: "''", omittingEmptySubsequences: false).joined(separator: "'")
    }

    /// A backslash before a quote or a backslash goes.
    private static func unescaped(_ text: String) -> String {
        var (result, isEscaped) = ("", false)
        for character in text {
            if character == "\\", !isEscaped {
                isEscaped = true
                continue
            }
            result.append(character)
            isEscaped = false
        }
        return result
    }

    private static let keyMax = 40
    private static let meanings: [String: Meaning] = {
        let keys: [(Meaning, [String])] = [
            (
                .date,
                [
                    "date", "published", "pubdate", "pub date", "publish date", "publication date", "published date",
                    "release date",
                    "posted", "posted on", "published on", "published at", "date published", "issued", "issued on",
                    "dated", "datetime",
                    "released", "date of release", "first published", "date issued", "created", "publishdate", "time",
                ]
            ),
            (
                .update,
                ["updated", "last updated", "modified", "last modified", "updated on", "update", "lastmod", "embargo"]
            ),
            (.title, ["title", "headline", "subject", "re", "heading"]),
            (
                .source,
                [
                    "source", "agency", "provider", "publisher", "wire", "news agency", "outlet", "publication",
                    "credit",
                    "newspaper", "service", "organization", "organisation", "site", "sources",
                ]
            ),
            (
                .byline,
                ["author", "authors", "by", "byline", "reporter", "writer", "written by", "reporters", "correspondent"]
            ),
            (.sender, ["from", "sender"]),
            (.place, ["place", "location", "dateline", "city"]),
            (.language, ["language", "lang", "content language"]),
            (
                .other,
                [
                    "to", "cc", "bcc", "reply to", "content type", "mime version", "content transfer encoding",
                    "message id",
                    "keywords", "tags", "tag", "category", "categories", "section", "topic", "topics", "url", "link",
                    "slug",
                    "copyright", "ref", "reference", "status", "priority", "id", "distribution", "newsgroups",
                    "summary", "abstract",
                    "description", "layout", "permalink", "draft", "image", "version", "edition", "desk", "urgency",
                    "genre", "rights",
                    "usage", "word count", "words", "document", "type", "format", "region", "country", "industry",
                    "ticker", "list id",
                    "precedence", "received", "return path", "user agent", "organization id", "embargoed until",
                    "press release no",
                    "release no", "news release no", "no",
                ]
            ),
        ]
        return Dictionary(keys.flatMap { meaning, names in names.map { ($0, meaning) } }) { first, _ in first }
    }()
}
