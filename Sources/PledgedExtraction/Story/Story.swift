import PledgedCore
import PledgedLanguage

/// One article's text under reading: its tokens, and what is known of each word before anything is found.
struct Story: Sendable {
    let document: Document
    /// What each of the document's blocks is for.
    let roles: [ArticleBlock.Role]
    /// The document's sentences; those that go on without end are cut, so that looking through one takes bounded time.
    let sentences: [Sentence]
    /// By token.
    let lists: [WordLists]
    /// Folded words that stand in the text in lower case.
    let lowerWords: Set<String>
    /// Folded words that stand capitalised inside a sentence.
    let capitalWords: Set<String>
    /// The dateline's place, as the header has it.
    let place: String?

    init(_ article: Article, lexicon: Lexicon, pipeline: Pipeline) {
        let document = Self.document(of: article, by: pipeline)
        let roles = article.blocks.map(\.role).filter(Self.isRead)
        sentences = document.sentences.flatMap(Self.cut)
        var (lower, capital): (Set<String>, Set<String>) = ([], [])
        for sentence in document.sentences where Self.isProse(roles[sentence.block]) {
            for index in sentence.span.range where document.tokens[index].isWord {
                let token = document.tokens[index]
                if !token.isCapitalized {
                    lower.insert(token.folded)
                } else if index > sentence.span.start, !document.tokens[index - 1].isPunctuation {
                    capital.insert(token.folded)
                }
            }
        }
        self.document = document
        self.roles = roles
        place = article.header.place
        lists = document.tokens.map(lexicon.lists(of:))
        (lowerWords, capitalWords) = (lower, capital)
    }

    static func document(of article: Article, by pipeline: Pipeline) -> Document {
        pipeline.document(article.text, blocks: article.blocks.filter { isRead($0.role) }.map(\.span.range))
    }

    var tokens: [Token] { document.tokens }

    static let sentenceMax = 200

    private static func cut(_ sentence: Sentence) -> [Sentence] {
        stride(from: sentence.span.start, to: sentence.span.end, by: sentenceMax).map { start in
            Sentence(span: Span(start, min(start + sentenceMax, sentence.span.end)), block: sentence.block)
        }
    }

    func role(of sentence: Sentence) -> ArticleBlock.Role { roles[sentence.block] }

    func isOn(_ index: Int, _ list: WordLists) -> Bool {
        index >= 0 && index < lists.count && !lists[index].isDisjoint(with: list)
    }

    /// "subsequently", "significantly": an adverb by its ending.
    func isOfManner(_ index: Int) -> Bool {
        let word = folded(index)
        return word.hasSuffix("ly") && word.utf8.count > 6 && !tokens[index].isCapitalized && !Self.nouns.contains(word)
    }

    private static let nouns: Set<String> = ["assembly", "monopoly", "anomaly", "butterfly", "oversupply"]

    func folded(_ index: Int) -> String { index >= 0 && index < tokens.count ? tokens[index].folded : "" }

    /// The folded words of a stretch, single blanks between.
    func key(_ span: Span) -> String { tokens[span.range].map(\.folded).joined(separator: " ") }

    /// The model's names that share a token with `span`, in text order.
    func names(touching span: Span) -> [Name] {
        var (low, high) = (0, document.names.count)
        while low < high {
            let middle = (low + high) / 2
            if document.names[middle].span.end <= span.start { low = middle + 1 } else { high = middle }
        }
        return Array(document.names[low...].prefix { $0.span.start < span.end })
    }

    static func isRead(_ role: ArticleBlock.Role) -> Bool {
        switch role {
        case .title, .paragraph, .heading, .listItem, .caption, .boilerplate: true
        case .header, .dateline, .signOff: false
        }
    }

    /// Text in which a name may stand for the first time; below the story only those that it knows are looked for.
    static func introducesNames(_ role: ArticleBlock.Role) -> Bool { isProse(role) && role != .boilerplate }

    /// Running text, where capitals mean names.
    static func isProse(_ role: ArticleBlock.Role) -> Bool {
        switch role {
        case .paragraph, .listItem, .caption, .boilerplate: true
        case .title, .heading, .header, .dateline, .signOff: false
        }
    }
}
