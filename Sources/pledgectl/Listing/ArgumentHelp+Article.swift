import ArgumentParser

extension ArgumentHelp {
    /// The filter by article that several lists have.
    static var article: ArgumentHelp {
        ArgumentHelp("Only what this article says: its id, or the first digits of it, 6 at least.", valueName: "id")
    }
}
