import ArgumentParser
import Glibc

/// The client of `pledged`, and a workbench for articles.
@main
struct Pledgectl: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pledgectl",
        abstract: "Ask the daemon who promised what, to whom, by when; or read articles without it.",
        discussion: """
            The daemon 'pledged' watches a drop folder and keeps what the articles in it promise. This program drops \
            files there, says what became of them, lists what is known, and follows what is new. Everything it \
            does over the daemon's Unix socket can be done by 'curl --unix-socket' as well.

            EXAMPLES
              pledgectl drop story.txt              drop an article, see its outcome
              pledgectl pledges --by "Việt Nam"     what Việt Nam has pledged
              pledgectl pledges --status overdue    what is late
              pledgectl pledge show 42 --explain    each telling of a pledge, and why it is one
              pledgectl changes --follow            what is new, revised, resolved, due, overdue
              pledgectl brief japan > japan.md      one actor on a page, with citations
              pledgectl subscribe --after end       every event from now on
              pledgectl extract --output OUT *.txt  read articles without a daemon
              pledgectl extract --explain story.txt see why each fact was found

            EXIT CODES
              0  done
              1  the answer is no: a file was rejected, damage was found, nothing
                 is known, or a file could not be read or written
              2  the command line is wrong, or what it names is not there
              3  the daemon cannot be reached
              4  the daemon refused

            ENVIRONMENT
              PLEDGED_SOCKET  the daemon's socket, where --socket is not given
              COLUMNS         the terminal's width, where the terminal does not tell
            """,
        version: "0.1.0",
        subcommands: [
            Drop.self, Extract.self, Subscribe.self, Pledges.self, PledgeCommand.self, Actors.self, ActorCommand.self,
            Brief.self, Timeline.self, Changes.self, Articles.self, Search.self, Why.self, Status.self, Rebuild.self,
            Verify.self, Reread.self, Views.self, Rules.self, Log.self, Annotate.self, Model.self,
        ]
    )

    static func main() async {
        let status = await Program.run(Array(CommandLine.arguments.dropFirst()), on: .standard)
        Glibc.exit(status.rawValue)
    }
}
