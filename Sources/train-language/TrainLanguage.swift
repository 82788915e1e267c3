import ArgumentParser

/// Makes and scores the language model.
@main
struct TrainLanguage: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train-language",
        abstract: "Make the language model from corpora, and score it.",
        subcommands: [Train.self, Evaluate.self, Measure.self]
    )
}
