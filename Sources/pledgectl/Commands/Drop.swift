import ArgumentParser
import PledgedAPI
import PledgedCore

/// `pledgectl drop`: puts articles in the drop folder.
struct Drop: ConsoleCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy articles into the daemon's drop folder and say what becomes of them.",
        discussion: """
            Each file is copied under a hidden name, put on disk, and given its own name in one step, so that the \
            daemon never sees half of it; a file of the same name that still waits there is not replaced. Then prints \
            a line a file, as the outcomes come: outcome, name, article, and what was read or why it was turned away; \
            and ends when the views show what was read.

            Exits with 1 where a file could not be copied, was rejected, or has no outcome in time.

            EXAMPLES
              pledgectl drop story.txt
              pledgectl drop --no-wait news/*.txt
              pledgectl drop --folder /var/lib/pledged/drop --no-wait a.txt  no daemon
            """
    )

    @Argument(help: ArgumentHelp("The articles.", valueName: "file"), completion: .file())
    var files: [String]

    @Option(
        help: ArgumentHelp("The drop folder (default: what the daemon says).", valueName: "dir"),
        completion: .directory
    ) var folder: String?

    @Flag(inversion: .prefixedNo, help: "Wait for the outcomes.") var wait = true

    @Option(help: ArgumentHelp("How long to wait for the outcomes, in seconds.", valueName: "seconds"))
    var timeout = 30

    @Flag(help: "Print one JSON object a line instead of text for people.") var json = false

    @OptionGroup var daemon: DaemonOptions

    func validate() throws {
        guard (1...86_400).contains(timeout) else {
            throw ValidationError("--timeout takes 1 to 86400 seconds, not \(timeout).")
        }
        for file in files where FileName.last(of: file).hasPrefix(".") {
            throw ValidationError("'\(PlainText.name(file))' is hidden, and the daemon skips such names. Rename it.")
        }
    }

    func run(on console: Console) async throws {
        let report = DropReport(console: console, json: json)
        if let folder, !wait {
            try await copy(to: folder, report)
        } else {
            try await daemon.connected(silenceMax: EventFollower.silenceMax) { client in
                let health = try await client.health()
                try await copy(to: try folder ?? Self.folder(health), report)
                if wait { try await follow(client, after: health.logPosition, report, on: console) }
            }
        }
        try await report.finish()
    }

    /// Copies what can be copied, and tells the report of each.
    private func copy(to folder: String, _ report: DropReport) async throws {
        for file in files {
            switch DropCopy(folder: folder).copy(file) {
            case .success(let dropped): await report.copied(dropped, from: file, waiting: wait)
            case .failure(let failure): await report.failed(failure)
            }
        }
    }

    /// Reads events until every drop has its outcome or time is up.
    private func follow(
        _ client: DaemonClient,
        after: LogPosition?,
        _ report: DropReport,
        on console: Console
    ) async throws {
        guard await report.isWaiting else { return }
        let patience = Duration.seconds(timeout)
        let start = ContinuousClock.now
        let follower = EventFollower(
            client: client,
            request: EventsRequest(after: after, types: DropTracker.types),
            patience: patience,
            remark: { console.remark("pledgectl: \($0)") }
        )
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await follower.follow { try await report.take($0) } }
            group.addTask { try await Task.sleep(for: patience) }
            defer { group.cancelAll() }
            try await group.next()
        }
        guard await !report.isWaiting, let last = await report.lastPosition else { return }
        try await Self.waitForViews(client, until: last, patience - (ContinuousClock.now - start), on: console)
    }

    /// Returns when the views show the event at `position`; says so where they do not in time.
    private static func waitForViews(
        _ client: DaemonClient,
        until position: LogPosition,
        _ patience: Duration,
        on console: Console
    ) async throws {
        let start = ContinuousClock.now
        while true {
            if let shown = try await client.health().viewsPosition, shown >= position { return }
            guard ContinuousClock.now - start < patience else {
                return console.remark(
                    "pledgectl: The views do not show it yet; 'pledgectl status' says how far they are."
                )
            }
            try await Task.sleep(for: viewsPause)
        }
    }

    private static let viewsPause = Duration.milliseconds(20)

    private static func folder(_ health: Health) throws(Failure) -> String {
        guard let folder = health.dropFolder else {
            throw Failure(.refused, "The daemon does not say where its drop folder is. Name it by --folder.")
        }
        return folder
    }
}
