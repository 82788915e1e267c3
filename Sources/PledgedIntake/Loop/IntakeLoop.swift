import Logging
import PledgedCore
import SystemPackage

/// The intake's one thread: waits for events, asks the tracker what they mean, reads files, and moves them.
///
/// All that blocks happens here, and only the admission is awaited, by another: while it works, this goes on listening.
final class IntakeLoop {
    struct Pause {
        var sentence: String
        var failures: Int
        var until: Moment
    }

    let configuration: IntakeConfiguration
    let desk: AdmissionDesk
    let board: StatusBoard
    let logger: Logger
    let metrics = IntakeMetrics()
    let reader: FileReader
    /// Nil where files stay.
    let outcomes: OutcomeFolder?
    var watch: InotifyWatch
    var tracker: ArrivalTracker
    var drop: DropFolder?
    /// Open while there is work in it, and not while it is waited for some.
    var folder: Folder?
    var loss: FolderLoss?
    var batch: Batch?
    var pause: Pause?
    /// What was counted before this loop, and what it counts by itself; the tracker counts the rest.
    var counters: IntakeCounters
    var hasLooked = false
    private let began = ContinuousClock.now
    private var nextCheck = Moment.start
    private static let checkInterval = Duration.seconds(1)

    /// Takes the library, and makes the outcome folder.
    ///
    /// - Throws: ``IntakeError``.
    init(
        _ configuration: IntakeConfiguration,
        desk: AdmissionDesk,
        wake: Wake,
        board: StatusBoard,
        logger: Logger
    )
        throws
    {
        // First of all, as its descriptor must be a low one.
        watch = try InotifyWatch(wake: wake)
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
        (self.configuration, self.desk, self.board, self.logger) = (configuration, desk, board, logger)
    }

    var now: Moment { Moment(sinceStart: ContinuousClock.now - began) }

    /// Works until it is told to stop and the batch in hand is finished.
    ///
    /// - Throws: ``IntakeError`` where the kernel's notification fails.
    func run() throws(IntakeError) {
        publish(.starting)
        while !(desk.isStopping && batch == nil) {
            checkFolder()
            try drainEvents()
            tracker.advance(to: now)
            try lookIfDue()
            finishBatch()
            offerBatch()
            publish()
            folder = nil
            watch.wait(atMost: patience)
        }
        publish(.stopped)
    }

    /// How long there is nothing to do, unless something happens: a second at the most, as a watchdog looks on.
    private var patience: Duration {
        var moments = [nextCheck]
        if let deadline = tracker.nextDeadline { moments.append(deadline) }
        if batch == nil, drop != nil, tracker.readyCount > 0 { moments.append(pause?.until ?? .start) }
        let next = moments.min() ?? nextCheck
        return min(max(next - now, .zero), Self.checkInterval)
    }

    /// Nobody tells when a folder above is moved, or another file system is mounted over it.
    private func checkFolder() {
        guard now >= nextCheck else { return }
        nextCheck = now + Self.checkInterval
        if let loss = drop?.loss(at: configuration.dropFolder) { lose(loss) }
        if drop == nil { arm() }
    }
}

extension TrackerSettings {
    init(_ configuration: IntakeConfiguration) {
        settle = configuration.settle
        patience = configuration.patience
        rescan = configuration.rescan
        poll = configuration.poll
        keptMax = configuration.keptMax
        skip = SkipRules(suffixes: configuration.skippedSuffixes)
    }
}
