internal import Logging
internal import PledgedCore
internal import PledgedLog
internal import PledgedViews
internal import ServiceLifecycle

/// Follows the log and applies what is new to the views.
///
/// A view that cannot be written (a full disk) is tried again with growing pauses; the log goes on growing meanwhile, and
/// whoever waits in ``waitUntilApplied(_:)`` is told.
actor ProjectionService: Service {
    /// Events applied in one transaction: so few that whoever stops the daemon does not wait for long.
    static let batchMax = 512

    private let log: EventLog
    private let views: ViewStore
    private let logger: Logger
    /// Everything before it is in the views.
    private(set) var applied: LogPosition
    /// Why the views lag behind; nil while they do not.
    private(set) var trouble: String?
    /// When a batch was begun that has not ended yet; nil between batches.
    private var busySince: ContinuousClock.Instant?
    /// Why nothing is applied any more; nil while it is.
    private var ending: (any Error)?
    private var waiters: [(position: LogPosition, continuation: CheckedContinuation<Void, any Error>)] = []

    init(log: EventLog, views: ViewStore, logger: Logger) throws {
        self.log = log
        self.views = views
        self.logger = logger
        applied = try views.position()
    }

    func run() async throws {
        // Whoever waits, now or later, would wait for ever.
        defer { end() }
        try await cancelWhenGracefulShutdown { try await self.follow() }
    }

    private func end() {
        ending = CancellationError()
        fail(CancellationError())
    }

    private func follow() async throws {
        for await end in log.growth() {
            var pause = Duration.milliseconds(100)
            while applied < end, !Task.isCancelled {
                do {
                    try await applyBatch()
                    pause = .milliseconds(100)
                } catch {
                    report(error)
                    // Cancellation ends the loop at its head.
                    do { try await Task.sleep(for: pause) } catch is CancellationError {}
                    pause = min(pause * 2, .seconds(10))
                }
            }
        }
    }

    private func applyBatch() async throws {
        busySince = .now
        defer { busySince = nil }
        let events = try await log.read(from: applied, countMax: Self.batchMax)
        guard let last = events.last else { return }
        if try isApplied(events) {
            applied = last.position.next
        } else {
            // Not the rows alone: what a database deletes stays in its file for a while, and in what was made of it.
            logger.notice("Views hold words that were taken out of the log, and are rebuilt")
            try await views.rebuild(until: log.end, reading: log.read(from:countMax:))
            applied = try views.position()
        }
        if trouble != nil { logger.notice("Views go on", metadata: ["position": "\(applied)"]) }
        trouble = nil
        let done = waiters.filter { $0.position <= applied }
        waiters.removeAll { $0.position <= applied }
        for waiter in done { waiter.continuation.resume() }
    }

    /// False where the views need to be rebuilt first.
    private func isApplied(_ events: [RecordedEvent]) throws(ViewError) -> Bool {
        do {
            try views.apply(events)
            return true
        } catch {
            if error.code == .outdated { return false }
            throw error
        }
    }

    private func report(_ error: any Error) {
        if trouble == nil {
            logger.error("Views lag behind", metadata: ["error": "\(error)", "position": "\(applied)"])
        }
        trouble = "The views stand still before position \(applied.offset): \(error) This is tried again."
        fail(error)
    }

    private func fail(_ error: any Error) {
        let failed = waiters
        waiters.removeAll()
        for waiter in failed { waiter.continuation.resume(throwing: error) }
    }

    /// Whether one batch has taken longer than any batch should.
    var isStuck: Bool { busySince.map { $0.duration(to: .now) > .seconds(30) } ?? false }

    /// Returns when everything before `position` is in the views.
    ///
    /// - Throws: What keeps the views from getting there; it is worth trying again.
    func waitUntilApplied(_ position: LogPosition) async throws {
        if applied >= position { return }
        if let ending { throw ending }
        try await withCheckedThrowingContinuation { waiters.append((position, $0)) }
    }
}
