import ArgumentParser

/// `pledgectl rules`: works on a user's own rules.
struct Rules: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Work on rules of your own, without the daemon.",
        discussion: """
            A folder of text files adds to what the reader knows: cues (*.rules), words (*.lexicon), parties with all \
            their names (*.names), units and currencies (*.units), states (*.tsv). Config/rules in the sources holds \
            one commented example of each. The daemon reads the folder that 'reader.rules' names, at the start and on \
            SIGHUP.
            """,
        subcommands: [RulesCheck.self]
    )
}
