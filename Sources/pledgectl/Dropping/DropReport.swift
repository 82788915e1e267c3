import PledgedAPI
import PledgedCore

/// Prints what becomes of the dropped files, as it becomes known.
actor DropReport {
    private let console: Console
    private let json: Bool
    private var tracker = DropTracker()
    /// Dropped, with nobody waiting for what becomes of them.
    private var unawaited: [DropOutcome] = []
    private var hasFailed = false
    /// Where the last outcome that came is in the log.
    private(set) var lastPosition: LogPosition?

    init(console: Console, json: Bool) {
        self.console = console
        self.json = json
    }

    var isWaiting: Bool { tracker.isWaiting }

    /// A file could not be copied.
    func failed(_ failure: Failure) {
        _ = console.report(failure)
        hasFailed = true
    }

    /// A file lies in the drop folder.
    func copied(_ file: DroppedFile, from path: String, waiting: Bool) {
        let outcome = DropOutcome(path: path, file: file)
        if waiting { tracker.wait(for: outcome) } else { unawaited.append(outcome) }
    }

    /// An event came.
    func take(_ line: StreamLine) throws -> EventFollower.Verdict {
        if let event = try line.event(), let outcome = tracker.take(event.recorded) {
            if outcome.outcome == .rejected { hasFailed = true }
            lastPosition = event.recorded.position
            try print(outcome, unknown: "")
        }
        return tracker.isWaiting ? .more : .enough
    }

    /// Prints what is left.
    ///
    /// - Throws: ``Failure`` where anything went wrong.
    func finish() throws {
        for outcome in unawaited { try print(outcome, unknown: "dropped") }
        let late = tracker.incomplete
        for outcome in late { try print(outcome, unknown: "pending") }
        let lost = late.filter { $0.outcome == nil }
        if !lost.isEmpty {
            console.remark(
                "pledgectl: No outcome in time for \(Figures.count(lost.count, "file")). 'pledgectl why NAME' asks again, "
                    + "'pledgectl status' says whether the daemon is well, --timeout waits longer. "
                    + "The daemon skips names of temporary and partial files."
            )
        }
        if hasFailed || !lost.isEmpty { throw Failure(.no, nil) }
    }

    private func print(_ outcome: DropOutcome, unknown: String) throws {
        try console.print(json ? try JSONText.line(outcome) : outcome.line(unknown: unknown))
    }
}
