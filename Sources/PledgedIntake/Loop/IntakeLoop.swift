import Logging
import PledgedCore
import SystemPackage

/// The intake's one thread: waits for events, asks the tracker what they mean, reads files, and moves them.
///
/// All that blocks happens here, and only the admission is awaited, by another: while it works, this goes on listening.
///
/// What it is told and what time it is come from ``FolderWatch`` and ``IntakeClock``, so that a simulation can make both up.
final class IntakeLoop<Watch: FolderWatch & ~Copyable, Clock: IntakeClock> {
    let configuration: IntakeConfiguration
    let desk: AdmissionDesk
    let board: StatusBoard
    let logger: Logger
    let metrics = IntakeMetrics()
    let reader: FileReader
    /// Nil where files stay.
    let outcomes: OutcomeFolder?
    let clock: Clock
    var watch: Watch
    var tracker: ArrivalTracker
    var drop: DropFolder?
    /// Open while there is work in it, and not while it is waited for some.
    var folder: Folder?
    var loss: FolderLoss?
    var batch: Batch?
    var pause: IntakePause?
    /// What was counted before this loop, and what it counts by itself; the tracker counts the rest.
    var counters: IntakeCounters
    var hasLooked = false
    private var nextCheck = Moment.start

    /// Makes the outcome folder.
    ///
    /// - Throws: ``IntakeError``.
    init(
        _ configuration: IntakeConfiguration,
        watch: consuming Watch,
        clock: Clock,
        desk: AdmissionDesk,
        board: StatusBoard,
        logger: Logger
    )
        throws
    {
        guard configuration.dropFolder.hasPrefix("/") else {
            throw IntakeError.notAbsolute(path: configuration.dropFolder)
        }
        outcomes =
            switch configuration.after {
            case .move: try OutcomeFolder(path: configuration.outcomeFolder, dropFolder: configuration.dropFolder)
            case .keep: nil
            }
        reader = FileReader(sizeMax: configuration.sizeMax)
        tracker = ArrivalTracker(TrackerSettings(configuration))
        counters = board.status.counters
        self.watch = watch
        (self.configuration, self.clock, self.desk) = (configuration, clock, desk)
        (self.board, self.logger) = (board, logger)
    }

    var now: Moment { Moment(sinceStart: clock.elapsed) }

    /// Works until it is told to stop and the batch in hand is finished.
    ///
    /// - Throws: ``IntakeError`` where the kernel's notification fails.
    func run() throws(IntakeError) {
        publish()
        while !(desk.isStopping && batch == nil) {
            try round()
            watch.wait(atMost: patience)
        }
        publish()
    }

    /// Does all that there is to do at this moment.
    func round() throws(IntakeError) {
        checkFolder()
        try drainEvents()
        tracker.advance(to: now)
        try lookIfDue()
        finishBatch()
        offerBatch()
        publish()
        folder = nil
    }

    /// How long there is nothing to do, unless something happens: a second at the most, as a watchdog looks on.
    var patience: Duration {
        var moments = [nextCheck]
        if let deadline = tracker.nextDeadline { moments.append(deadline) }
        if batch == nil, drop != nil, tracker.readyCount > 0 { moments.append(pause?.until ?? .start) }
        let next = moments.min() ?? nextCheck
        return min(max(next - now, .zero), configuration.check)
    }

    /// Nobody tells when a folder above is moved, or another file system is mounted over it.
    private func checkFolder() {
        guard now >= nextCheck else { return }
        nextCheck = now + configuration.check
        if let loss = drop?.loss(at: configuration.dropFolder) { lose(loss) }
        if drop == nil { arm() }
    }
}

extension TrackerSettings {
    init(_ configuration: IntakeConfiguration) {
        settle = configuration.settle
        recent = max(configuration.recent, configuration.settle)
        patience = configuration.patience
        rescan = configuration.rescan
        poll = configuration.poll
        keptMax = configuration.keptMax
        skip = SkipRules(suffixes: configuration.skippedSuffixes)
    }
}
