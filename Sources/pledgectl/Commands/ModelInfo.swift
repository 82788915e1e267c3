import ArgumentParser
import PledgedLanguage

/// `pledgectl model info`: what a model is, what it was trained on, and how well it does.
struct ModelInfo: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "info",
        abstract: "Say what a model was trained on, how it scores, and how large its parts are.",
        discussion: """
            Without a file it is the model inside this program, which the daemon reads with as well. Exits with 1 where \
            the file is no model, or damaged.

            EXAMPLES
              pledgectl model info
              pledgectl model info English.model
            """
    )

    @Argument(help: ArgumentHelp("A model that 'train-language train' wrote.", valueName: "file"), completion: .file())
    var file: String?

    func run(on console: Console) async throws {
        let model = try model()
        try console.write(ModelWording.paragraphs(model, provenance: model.provenance()))
    }

    private func model() throws -> ModelFile {
        guard let file else { return try English.checkedModel() }
        let bytes = try SourceFile.bytes(of: file, countMax: SourceFile.modelBytesMax)
        do throws(ModelError) {
            return try ModelFile(ModelBytes(copying: bytes))
        } catch {
            throw Failure(.no, "'\(PlainText.name(file))': \(error)")
        }
    }
}
