import ArgumentParser

/// `pledgectl views`: works on the views of the running daemon.
struct Views: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Work on the daemon's views.",
        subcommands: [ViewsRetry.self]
    )
}
