import ArgumentParser
import PledgedExtraction
import PledgedRules

/// A user's own rules for the reader.
struct RulesOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Add the rules, words, names and units of this folder to the built-in ones (see 'pledgectl rules').",
            valueName: "dir"
        ),
        completion: .directory
    ) var rules: String?

    /// - Throws: ``Failure`` where the folder cannot be read or does not hold.
    func reader() throws -> Reader {
        guard let rules else { return try Reader() }
        let files = try Self.files(in: rules)
        do throws(RuleFileError) {
            return try Reader(adding: files)
        } catch {
            throw Failure(.no, RuleWording.line(error, in: rules))
        }
    }

    static func files(in folder: String) throws(Failure) -> [RuleFile] {
        do throws(RuleFolderError) {
            return try RuleFolder.files(in: folder)
        } catch {
            throw Failure(.no, "'\(PlainText.name(error.path))': \(PlainText.line(error.sentence))")
        }
    }
}
