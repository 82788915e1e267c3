import ArgumentParser

/// `pledgectl actor`: shows one actor, and decides about it.
struct ActorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "actor",
        abstract: "Show one actor with what it pledged and was asked, or decide who it is.",
        discussion: """
            A decision is a fact like any other: it goes into the log with who took it and why, and no rebuild and no \
            reading anew undoes it. Another decision does. Only the daemon's own user and root may decide.
            """,
        subcommands: [ActorShow.self, ActorMerge.self, ActorRename.self, ActorSeparate.self]
    )
}
