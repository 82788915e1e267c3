import PledgedLanguage
import PledgedTesting
import Testing

@testable import train_language

struct TreeScoresTests {
    private static let treebank = """
        # text = Kim's aides left.
        1\tKim\tKim\tPROPN\tNNP\t_\t3\tnmod:poss\t_\tSpaceAfter=No
        2\t's\t's\tPART\tPOS\t_\t1\tcase\t_\t_
        3\taides\taide\tNOUN\tNNS\t_\t4\tnsubj\t_\t_
        4\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No
        5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

        """

    private static func gold() throws -> GoldDocument {
        let folder = try TemporaryFolder()
        let documents = try GoldDocument.documents(folder.file("a.conllu", treebank))
        return try #require(documents.first)
    }

    /// What is counted for a document whose words have these heads, counted from 1, and relations.
    private static func scores(_ document: Document, _ arcs: [(Int, Relation)], isRaw: Bool) throws -> [Substring] {
        var document = document
        document.setArcs(arcs.map { Arc(head: $0 > 0 ? $0 - 1 : nil, relation: $1) })
        var scores = TreeScores()
        scores.add(document, try gold(), isRaw: isRaw)
        return scores.description.split(separator: "\n")
    }

    @Test func `counts heads, relations and their subtypes`() throws {
        let arcs: [(Int, Relation)] = [
            (3, .nominalModifier), (1, .caseMarking), (4, .object), (0, .root), (3, .punctuation),
        ]
        let lines = try Self.scores(Self.gold().tokenized, arcs, isRaw: false)
        #expect(lines[0] == "UAS 80.00 (4 of 5)")
        #expect(lines[1] == "LAS 60.00 (3 of 5), with subtypes 40.00")
        #expect(lines[2] == "UAS/LAS without punctuation 100.00/75.00")
        #expect(lines[3] == "core arcs 0.00 (0 of 1)")
        #expect(lines[4].hasPrefix("nsubj 0.00, obj 0.00"))
        #expect(lines[4].contains("nmod 100.00"))
    }

    /// The text begins amid the second word: each side has arcs that the other lacks.
    @Test func `counts arcs of raw text that the treebank lacks, and the other way round`() throws {
        let gold = try Self.gold()
        let blocks = [4..<gold.text.utf8.count]
        let document = try Pipeline([Tokenizer(), SentenceSplitter()]).document(gold.text, blocks: blocks)
        try #require(document.tokens.map(\.form) == ["s", "aides", "left", "."])
        let arcs: [(Int, Relation)] = [(2, .possessor), (3, .subject), (0, .root), (3, .punctuation)]
        let lines = try Self.scores(document, arcs, isRaw: true)
        #expect(lines[0] == "UAS 66.67 (3 right, 4 found, 5 wanted)")
        #expect(lines[3] == "core arcs 100.00 (1 of 1)")
    }
}
