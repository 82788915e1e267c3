import ArgumentParser

/// For people, for programs, or for other people's programs.
struct FormatOption: ParsableArguments {
    @Option(help: "The form of the answer; not every command has each.") var format: OutputFormat?

    @Flag(help: "The same as --format json: the daemon's JSON, as one document.") var json = false

    func validate() throws {
        guard !json || format == nil || format == .json else {
            throw ValidationError("--json and --format \(chosen.rawValue) exclude each other. Give one of them.")
        }
    }

    var chosen: OutputFormat { format ?? (json ? .json : .table) }

    /// Makes sure that the answer can have the form that was asked for.
    ///
    /// - Throws: ``Failure`` that lists the forms that it can have.
    func require(_ known: [OutputFormat]) throws(Failure) {
        guard !known.contains(chosen) else { return }
        let list = known.map(\.rawValue).joined(separator: ", ")
        throw Failure(.usage, "--format \(chosen.rawValue) does not go with this command. It takes \(list).")
    }
}
