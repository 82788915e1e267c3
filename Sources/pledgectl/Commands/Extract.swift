import ArgumentParser
import PledgedArticles
import PledgedCore
import PledgedExtraction

/// `pledgectl extract`: reads articles without a daemon.
struct Extract: ConsoleCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read articles and print their actors, pledges and timeline as JSON; no daemon is needed.",
        discussion: """
            Each file becomes one JSON document with the keys article, actors, pledges and timeline, keys sorted, null \
            where there is nothing. The same file read by the same reader (named in the key reader) gives the same \
            bytes on any machine. A file that cannot be read is named on the standard error and the others go on; \
            the exit code is then 1.

            With --explain each fact is told with what found it (the rule, the word on a list, the words around), with \
            the step that gave each of its fields, and with its confidence: as text, in colour on a terminal unless \
            NO_COLOR is set, or as JSON.

            EXAMPLES
              pledgectl extract story.txt | jq '.pledges[].anchor'
              pledgectl extract --output OUT news/*.txt      writes OUT/NAME.json for each news/NAME.txt
              pledgectl extract --explain story.txt | less -R
              pledgectl extract --rules /etc/pledged/rules --explain --json story.txt
            """
    )

    @Option(
        help: ArgumentHelp(
            "Write each document to DIR/NAME.json instead, NAME being the file's name without its extension.",
            discussion: "DIR is made where it is missing. Two files of one NAME are refused before any is written.",
            valueName: "dir"
        ),
        completion: .directory
    ) var output: String?

    @Flag(help: "Tell for each fact what found it, where each field comes from, and how sure it is.") var explain =
        false

    @Flag(help: "With --explain, print JSON instead of text for people; without it, JSON is printed anyhow.")
    var json = false

    @OptionGroup var own: RulesOption

    @Argument(help: ArgumentHelp("The articles.", valueName: "file"), completion: .file())
    var files: [String]

    func validate() throws {
        if explain, output != nil, !json {
            throw ValidationError("--output writes JSON: say --explain --json, or leave --output out.")
        }
        guard output != nil else { return }
        var paths: [String: String] = [:]
        for file in files {
            if let other = paths.updateValue(file, forKey: FileName.stem(of: file)) {
                throw ValidationError(
                    "'\(PlainText.name(other))' and '\(PlainText.name(file))' would both become "
                        + "'\(PlainText.name(FileName.stem(of: file))).json'. Extract them into different folders."
                )
            }
        }
    }

    func run(on console: Console) async throws {
        let reader = try own.reader()
        if let output { try makeFolder(output) }
        var isComplete = true
        for file in files {
            do {
                try write(try text(of: file, reader, console), of: file, on: console)
            } catch let failure as Failure {
                console.remark("pledgectl: \(failure.message ?? "")")
                isComplete = false
            }
        }
        if !isComplete { throw Failure(.no, nil) }
    }

    private func text(of file: String, _ reader: Reader, _ console: Console) throws -> String {
        let article = try article(in: file)
        guard explain else {
            return try JSONText.document(AnnotationRecord(of: article, reading: reader.read(article)))
        }
        let explained = reader.explain(article)
        if json { return try JSONText.document(ExplanationRecord(of: article, explained)) }
        return ExplanationWording(palette: Palette(isColored: console.isColored)).text(explained, of: file)
    }

    private func article(in file: String) throws -> Article {
        let bytes = try SourceFile.bytes(of: file)
        do {
            return try ArticleParser().parse(bytes, fileName: FileName.last(of: file))
        } catch {
            let sentence = "\(PlainText.line(error.sentence)) (\(error.reason.rawValue))"
            throw Failure(.no, "'\(PlainText.name(file))' is no article that can be read: \(sentence)")
        }
    }

    private func write(_ text: String, of file: String, on console: Console) throws {
        guard let output else { return try console.write(text) }
        var pending: [UInt8]? = Array(text.utf8)
        _ = try AtomicFile.write("\(FileName.stem(of: file)).json", in: output, for: .output) {
            defer { pending = nil }
            return pending
        }
    }

    private func makeFolder(_ path: String) throws(Failure) {
        do {
            try SystemCalls.makeFolder(path)
        } catch {
            throw SourceFile.cannot("create the folder", path, error)
        }
    }
}
