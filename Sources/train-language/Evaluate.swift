import ArgumentParser
import PledgedLanguage

struct Evaluate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Score a model on gold files, from gold tokens and from raw text.",
        discussion:
            "A .conllu file scores tokens, sentences, tags, lemmas and trees; .bio and marked .txt files score names."
    )

    @Argument(help: "The model.") var model: String
    @Argument(help: "Gold files: .conllu, .bio, .txt.") var files: [String]
    @Option(help: "How many of the commonest errors of each kind to print.") var errors = 0

    func validate() throws {
        if let file = files.first(where: { GoldKind(file: $0) == nil }) {
            throw ValidationError("'\(file)' ends neither in .conllu nor in .bio or .txt.")
        }
    }

    func run() async throws {
        let model = try MappedModel.open(model)
        print("model \(model.digest)")
        for section in model.sections { print("\(section.name) \(section.count)") }
        for file in files { print("\n\(file)\n" + (try GoldKind.report(on: file, model, errorsMax: errors))) }
    }
}
