import ArgumentParser
import Foundation
import PledgedDaemon

/// The daemon.
@main
struct Pledged: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pledged",
        abstract: "Read who promised what, to whom, by when, from articles dropped in a folder.",
        discussion: """
            Watches a folder; appends what it reads to an append-only log; keeps the views (actors, pledges, timeline) up \
            to date; tells subscribers over a Unix socket. Runs in the foreground, logs to standard error, and is best \
            started by systemd (see systemd/ in the sources).

            Every key of the configuration can be given in the YAML file, in the environment, or as a flag; the later \
            wins. The keys, with their defaults:

            \(ConfigurationKey.all.map { "  \($0.flag) (\($0.type)) \($0.standard)\n      \($0.purpose)" }.joined(separator: "\n"))

            SIGHUP reads the configuration again; SIGTERM and SIGINT finish the work in hand and stop.

            Exit codes: 0 stopped when told to; 1 cannot start or cannot go on (the reason is on standard error); 2 the \
            configuration is wrong.
            """,
        version: Daemon.version
    )

    @Option(name: [.short, .long], help: "The YAML file to read; or the environment's PLEDGED_CONFIGURATION.")
    var configuration: String?

    @Flag(help: "Check the configuration and the rules, say what they come to, and stop.")
    var check = false

    @Argument(
        parsing: .allUnrecognized,
        help: ArgumentHelp("Keys of the configuration and their values.", valueName: "--key value")
    )
    var overrides: [String] = []

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let source = ConfigurationSource(
            path: configuration ?? environment["PLEDGED_CONFIGURATION"],
            environment: environment,
            arguments: overrides
        )
        do {
            let configuration = try await source.load()
            if check {
                let reader = try configuration.checkRules()
                print(configuration.summary)
                print("reader        \(reader)")
                return
            }
            try await Daemon(configuration: configuration, source: source).run()
        } catch let error as ConfigurationError {
            FileHandle.standardError.write(Data("pledged: \(error)\n".utf8))
            throw ExitCode(2)
        } catch {
            FileHandle.standardError.write(Data("pledged: \(error)\n".utf8))
            throw ExitCode(1)
        }
    }
}
