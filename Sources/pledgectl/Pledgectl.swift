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
              pledgectl pledges --due-before 2026-12-31 --json
              pledgectl subscribe --after end       every event from now on
              pledgectl extract --output OUT *.txt  read articles without a daemon
              pledgectl extract --explain story.txt see why each fact was found

            EXIT CODES
              0  done
              1  the answer is no: a file was rejected, damage was found, nothing
                 is known, or a file could not be read or written
              2  the command line is wrong
              3  the daemon cannot be reached
              4  the daemon refused

            ENVIRONMENT
              PLEDGED_SOCKET  the daemon's socket, where --socket is not given
              COLUMNS         the terminal's width, where the terminal does not tell
            """,
        version: "0.1.0",
        subcommands: [
            Drop.self, Extract.self, Subscribe.self, Actors.self, Pledges.self, Timeline.self, Articles.self,
            Search.self, Why.self, Status.self, Rebuild.self, Verify.self, Reread.self, Views.self, Rules.self,
            Log.self,
            Annotate.self, Model.self,
        ]
    )

    static func main() async {
        let status = await Program.run(Array(CommandLine.arguments.dropFirst()), on: .standard)
        Glibc.exit(status.rawValue)
    }
}
