import ArgumentParser

/// `pledgectl model`: looks at language models.
struct Model: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look at the language model that names, tags and trees come from.",
        subcommands: [ModelInfo.self]
    )
}
