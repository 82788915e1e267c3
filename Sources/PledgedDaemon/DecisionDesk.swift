internal import PledgedAPI
internal import PledgedCore
internal import PledgedLog
internal import PledgedViews

/// Records what people decide, one decision after the other, each against views that hold all that the log holds.
actor DecisionDesk {
    private let log: EventLog
    private let views: ViewStore
    private let projection: ProjectionService
    private let fatalErrors: FatalErrors
    private let today: @Sendable () -> CalendarDate
    private var isDeciding = false
    /// Bounded by the connections that the server takes: each waits with one decision.
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(
        log: EventLog,
        views: ViewStore,
        projection: ProjectionService,
        fatalErrors: FatalErrors,
        today: @escaping @Sendable () -> CalendarDate
    ) {
        self.log = log
        self.views = views
        self.projection = projection
        self.fatalErrors = fatalErrors
        self.today = today
    }

    /// Checks what `user` decides, makes it durable, and returns when it is in the views.
    ///
    /// - Throws: ``Problem`` where what it is about is not there, or is so already; then nothing was recorded.
    func decide(_ request: DecisionRequest, user: UInt32) async throws -> DecisionReply {
        await enter()
        defer { leave() }
        // What is checked must not be older than what the last decision made of it.
        try await projection.waitUntilApplied(log.end)
        let subject = DecisionSubject(views: views, today: today())
        try subject.check(request.choice)
        let who = try UserName.name(of: user)
        let decision = Decision(try subject.choice(request.choice), who: who, reason: request.reason)
        let position = try await record(decision)
        return DecisionReply(
            decision: decision.eventName,
            position: position,
            sentence: try subject.sentence(request.choice)
        )
    }

    private func enter() async {
        guard isDeciding else {
            isDeciding = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func leave() {
        if waiting.isEmpty { isDeciding = false } else { waiting.removeFirst().resume() }
    }

    private func record(_ decision: Decision) async throws -> LogPosition {
        do {
            let ranges = try await log.append([NewEntry(article: nil, events: [.decided(decision)])])
            guard let position = ranges.first?.lowerBound else { preconditionFailure("One entry has one range.") }
            try await projection.waitUntilApplied(position.next)
            return position
        } catch let error as LogError {
            // Linux forgets what it could not write: only a new start, from the file, knows what is there.
            if error.code == .unwritable { fatalErrors.report(error) }
            throw error
        } catch is CancellationError {
            let detail =
                "The daemon is stopping. When it runs again, look whether the decision was recorded, or ask again."
            throw Problem(.shuttingDown, detail)
        }
    }
}
