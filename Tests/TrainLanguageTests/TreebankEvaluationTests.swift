import PledgedLanguage
import PledgedTesting
import Testing

@testable import train_language

struct TreebankEvaluationTests {
    private static let treebank = """
        # newdoc id = a
        # text = He can't stay.
        1\tHe\the\tPRON\tPRP\t_\t4\tnsubj\t_\t_
        2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_
        2\tca\tcan\tAUX\tMD\t_\t4\taux\t_\t_
        3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
        4\tstay\tstay\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
        5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\tSpaceAfter=No

        # text = No
        1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_

        # newpar
        # text = Yes
        1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_

        # newdoc id = b
        # text = So
        1\tSo\tso\tADV\tRB\t_\t0\troot\t_\t_

        """

    @Test func `joins sentences as the treebank tells`() throws {
        let folder = try TemporaryFolder()
        let documents = try GoldDocument.documents(folder.file("a.conllu", Self.treebank))
        #expect(documents.map(\.text) == ["He can't stay.No\n\nYes", "So"])
        #expect(documents[0].places[0] == [0..<2, 3..<5, 5..<8, 9..<13, 13..<14])
        #expect(documents[0].sentencePlaces == [0..<14, 14..<16, 18..<21])
    }

    @Test func `says where a word is not in its text`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("a.conllu", Self.treebank.replacing("stay.\n", with: "go.\n"))
        #expect(throws: CorpusError.self) { try GoldDocument.documents(path) }
    }

    @Test func `counts what is right, found and wanted`() {
        var score = Score()
        score.add(found: [1, 2, 3, 4], wanted: [2, 3, 9])
        #expect(score.description == "57.14 (2 right, 4 found, 3 wanted)")
        var accuracy = Score()
        for isRight in [true, true, false] { accuracy.add(isRight: isRight) }
        #expect(accuracy.description == "66.67 (2 of 3)")
        #expect(Score().description == "0.00 (0 of 0)")
    }

    @Test func `counts words and sentences of raw text`() throws {
        let folder = try TemporaryFolder()
        var scores = TokenScores()
        for gold in try GoldDocument.documents(folder.file("a.conllu", Self.treebank)) {
            scores.add(try Pipeline([Tokenizer(), SentenceSplitter()]).document(gold.text), gold)
        }
        #expect(scores.description == "tokens 100.00 (8 of 8)\nsentences 100.00 (4 of 4)")
    }
}
