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
    @Flag(help: "Print the names that were missed or wrong.") var errors = false

    func run() async throws {
        let model = try MappedModel.open(model)
        print("model \(model.digest)")
        for section in model.sections { print("\(section.name) \(section.count)") }
        for file in files where file.hasSuffix(".bio") || file.hasSuffix(".txt") {
            print("\n\(file)")
            let evaluation = try NameEvaluation(model)
            let scores =
                file.hasSuffix(".bio")
                ? evaluation.scores(try BIOFile.sentences(file))
                : try evaluation.scores(try MarkedTextFile.articles(file))
            print(scores.report)
            if errors { for error in scores.errors { print(error) } }
        }
    }
}
