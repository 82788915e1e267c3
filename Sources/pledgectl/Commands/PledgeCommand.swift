import ArgumentParser

/// `pledgectl pledge`: shows one pledge, and decides about it.
struct PledgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pledge",
        abstract: "Show one pledge with all that belongs to it, or decide about it.",
        discussion: """
            A decision is a fact like any other: it goes into the log with who took it and why, and no rebuild and no \
            reading anew undoes it. Another decision does. Only the daemon's own user and root may decide.
            """,
        subcommands: [
            PledgeShow.self, PledgeResolve.self, PledgeReopen.self, PledgeDismiss.self, PledgeLink.self,
            PledgeUnlink.self,
        ]
    )
}
