import PledgedLanguage

/// The trees of a story's sentences, each drawn when it is first asked for: most sentences need none.
///
/// It stays with whoever reads one article.
final class SentenceTrees {
    private let story: Story
    private let parser: TreeParser
    private var trees: [Span: ClauseTree] = [:]

    init(story: Story, parser: TreeParser) {
        self.story = story
        self.parser = parser
    }

    subscript(sentence: Span) -> ClauseTree {
        if let known = trees[sentence] { return known }
        let arcs = parser.arcs(of: sentence, in: story.document)
        let tree = ClauseTree(story: story, sentence: sentence, arcs: arcs)
        trees[sentence] = tree
        return tree
    }
}
