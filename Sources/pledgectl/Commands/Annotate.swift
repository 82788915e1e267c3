import ArgumentParser
import PledgedArticles
import PledgedCore
import PledgedExtraction
import PledgedLanguage

/// `pledgectl annotate`: what the language pipeline makes of a text.
struct Annotate: ConsoleCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print words, lemmas, tags, names and trees as CoNLL-U; no daemon is needed.",
        discussion: """
            Reads the file as an article: its header, dateline and sign-off are left out, as they are when the daemon \
            reads. With --text the file is plain text and all of it is read. Names stand in the last column, as \
            NER=B-PER, ORG, LOC or CTRY.

            EXAMPLES
              pledgectl annotate story.txt
              pledgectl annotate --text lines.txt | grep NER=B-ORG
            """
    )

    @Flag(help: "Take the file for plain text, without header, dateline or sign-off.") var text = false
    @Argument(help: ArgumentHelp("The article.", valueName: "file"), completion: .file())
    var file: String

    func run(on console: Console) async throws {
        try console.write(ConlluText(try document()).text)
    }

    private func document() throws -> Document {
        let bytes = try SourceFile.bytes(of: file)
        let pipeline = try English.pipeline(English.model())
        if text { return pipeline.document(String(decoding: bytes, as: UTF8.self)) }
        do throws(Rejection) {
            let article = try ArticleParser().parse(bytes, fileName: FileName.last(of: file))
            return Reader.document(of: article, by: pipeline)
        } catch {
            let sentence = "\(PlainText.line(error.sentence)) (\(error.reason.rawValue))"
            throw Failure(.no, "'\(PlainText.name(file))' is no article that can be read: \(sentence)")
        }
    }
}
