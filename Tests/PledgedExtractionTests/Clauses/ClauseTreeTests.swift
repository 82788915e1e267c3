import PledgedCore
import PledgedLanguage
import Testing

@testable import PledgedExtraction

/// Subjects read off trees that are drawn here, so that what the parser makes of a sentence does not matter.
struct ClauseTreeTests {
    /// A sentence, for each word its head counted from 1 (0 for the root) and its relation, and where the cue stands.
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let arcs: [(Int, String)]
        let cue: Int
        let subject: String?
        let path: [String]
        var testDescription: String { text }
    }

    @Test(arguments: [
        Case(
            text: "Kenya will build roads",
            arcs: [(3, "nsubj"), (3, "aux"), (0, "root"), (3, "obj")],
            cue: 1,
            subject: "Kenya",
            path: ["will", "build", "Kenya"]
        ),
        Case(
            text: "Leaders of Kenya agreed while pledging to pay",
            arcs: [
                (4, "nsubj"), (3, "case"), (1, "nmod"), (0, "root"), (6, "mark"), (4, "advcl"), (8, "mark"),
                (6, "xcomp"),
            ],
            cue: 5,
            subject: "Leaders of Kenya",
            path: ["pledging", "agreed", "Leaders"]
        ),
        Case(
            text: "the bank which will pay",
            arcs: [(2, "det"), (0, "root"), (5, "nsubj"), (5, "aux"), (2, "acl:relcl")],
            cue: 3,
            subject: "the bank",
            path: ["will", "pay", "which", "bank"]
        ),
        Case(
            text: "Paying helps and will help",
            arcs: [(2, "csubj"), (0, "root"), (5, "cc"), (5, "aux"), (2, "conj")],
            cue: 3,
            subject: nil,
            path: []
        ),
        Case(text: "will pay", arcs: [(2, "aux"), (0, "root")], cue: 0, subject: nil, path: []),
    ])
    func `the subject is the clause's own or that of the clause it hangs on`(_ sample: Case) throws {
        let article = SampleArticle.article([sample.text])
        let reader = try Reader()
        let story = Story(article, lexicon: reader.book.lexicon, pipeline: reader.pipeline)
        let arcs = try sample.arcs.map { head, label in
            Arc(head: head == 0 ? nil : head - 1, relation: try #require(Relation(label: label)))
        }
        #expect(arcs.count == story.tokens.count)
        let tree = ClauseTree(story: story, sentence: Span(0, arcs.count), arcs: arcs)
        let found = tree.subject(of: sample.cue)
        #expect(found.map { story.document.text($0.span) } == sample.subject)
        #expect(found?.path.map { story.tokens[$0.token].form } ?? [] == sample.path)
    }

    /// Heads in a ring cannot come from the parser; whoever reads them still ends.
    @Test func `words that hang on each other have no subject`() throws {
        let reader = try Reader()
        let article = SampleArticle.article(["one two three"])
        let story = Story(article, lexicon: reader.book.lexicon, pipeline: reader.pipeline)
        let ring = [1, 2, 0].map { Arc(head: $0, relation: .conjunct) }
        #expect(ClauseTree(story: story, sentence: Span(0, 3), arcs: ring).subject(of: 0) == nil)
        let auxiliaries = [1, 2, 0].map { Arc(head: $0, relation: .auxiliary) }
        #expect(ClauseTree(story: story, sentence: Span(0, 3), arcs: auxiliaries).subject(of: 0) == nil)
    }
}
