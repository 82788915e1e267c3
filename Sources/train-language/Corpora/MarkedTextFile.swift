import Foundation
import PledgedLanguage

/// Reads articles with names marked in place: "[[ORG Bank of Ghana]]", each after a line "# doc = NAME".
struct MarkedTextFile {
    private let file: String
    private var articles: [MarkedArticle] = []
    private var article: MarkedArticle?

    /// - Throws: ``CorpusError`` with the line that is wrong, or Foundation's error when the file cannot be read.
    static func articles(_ path: String) throws -> [MarkedArticle] {
        try articles(file: path, text: String(decoding: Data(contentsOf: URL(filePath: path)), as: UTF8.self))
    }

    /// - Throws: ``CorpusError`` with the line that is wrong.
    static func articles(file: String, text: String) throws(CorpusError) -> [MarkedArticle] {
        var reader = MarkedTextFile(file: file)
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            try reader.read(line, index + 1)
        }
        reader.endArticle()
        return reader.articles
    }

    private init(file: String) { self.file = file }

    private mutating func read(_ line: Substring, _ number: Int) throws(CorpusError) {
        if line.hasPrefix("# doc = ") {
            endArticle()
            article = MarkedArticle(name: String(line.dropFirst("# doc = ".count)))
        } else if var open = article {
            // One owner at a time: a shared text would be copied for each line.
            article = nil
            defer { article = open }
            // The blank lines before a title are no part of the article.
            if !open.text.isEmpty { open.text += "\n" } else if line.isEmpty { return }
            try read(line, number, &open)
        } else if !line.isEmpty {
            throw CorpusError(file: file, line: number, reason: "Text before the first '# doc = '.")
        }
    }

    private func read(_ line: Substring, _ number: Int, _ article: inout MarkedArticle) throws(CorpusError) {
        var rest = line
        while let open = rest.firstRange(of: "[[") {
            article.text += rest[..<open.lowerBound]
            rest = rest[open.upperBound...]
            guard let close = rest.firstRange(of: "]]"), let space = rest[..<close.lowerBound].firstIndex(of: " "),
                let kind = Name.Kind(label: String(rest[..<space]))
            else { throw CorpusError(file: file, line: number, reason: "'[[' is not followed by 'LABEL text]]'.") }
            let text = rest[space..<close.lowerBound].dropFirst()
            guard !text.isEmpty, !text.contains("[") else {
                throw CorpusError(file: file, line: number, reason: "A mark that is empty or holds another.")
            }
            let start = article.text.utf8.count
            article.text += text
            article.marks.append(MarkedArticle.Mark(bytes: start..<article.text.utf8.count, kind: kind))
            rest = rest[close.upperBound...]
        }
        guard !rest.contains("]]") else { throw CorpusError(file: file, line: number, reason: "']]' without '[['.") }
        article.text += rest
    }

    private mutating func endArticle() {
        if let article, !article.text.isEmpty { articles.append(article) }
        article = nil
    }
}
