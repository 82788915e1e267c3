/// Decides when a dropped file is complete, from what was announced and what a look at the folder showed.
///
/// It reads no clock and opens no file: it is told events with their moments, and asked what is ready.
///
///     created, written ──→ writing ── closed ──→ settling ── time ──→ ready ── taken ──→ in hand ──→ forgotten, or kept
///     moved or linked in; a link, a FIFO ───────────────────────────→ ready                 └──→ retrying ── time ──→ ready
///     met on a look, announced by nobody ──────→ found ──── time ───→ ready
///
/// A later write leads back to *writing* from everywhere. A name is in one of these at a time; while it is in hand, what
/// happens to the name leads a life of its own, as another file may have come under it.
struct ArrivalTracker: Sendable {
    enum Phase: Hashable, Sendable {
        /// Somebody has it open for writing.
        case writing
        case settling(until: Moment)
        case found(until: Moment, DropIdentity, RescanCause)
        case ready(turn: Int)
        case retrying(until: Moment)

        var deadline: Moment? {
            switch self {
            case .settling(let until), .found(let until, _, _), .retrying(let until): until
            case .writing, .ready: nil
            }
        }
    }

    struct Tracked: Sendable {
        var phase: Phase
        /// When something was last told of it.
        var touched: Moment
        /// The earliest of its lines among the deadlines.
        var scheduled: Moment?
        /// The last look that met it.
        var look = 0
    }

    struct Kept: Sendable {
        var identity: DropIdentity
        var look: Int
    }

    let settings: TrackerSettings
    var tracked: [EntryName: Tracked] = [:]
    var deadlines = Agenda<Moment>()
    var turns = Agenda<Int>()
    var turnRange = 0..<0
    var inHand: Set<EntryName> = []
    var kept: [EntryName: Kept] = [:]
    var putBack: Set<EntryName> = []
    var isCrowded = false
    var look = Look()
    var schedule: RescanSchedule

    /// What failed for now, by name.
    var troubles: [EntryName: Trouble] = [:]
    /// How often an entry that appeared was not taken for an article.
    var skipped: [SkipReason: Int] = [:]
    /// How many files a periodic rescan found that no event had announced, even after a while.
    var foundByRescan = 0
    var overflows = 0
    var readyCount = 0
    var retryingCount = 0

    init(_ settings: TrackerSettings) {
        self.settings = settings
        schedule = RescanSchedule(interval: settings.rescan)
    }

    /// How many files are being written, or lie still for not long enough.
    var settlingCount: Int { tracked.count - readyCount - retryingCount }
}

// MARK: Time

extension ArrivalTracker {
    /// The next moment at which ``advance(to:)`` may do something, or a look is due.
    var nextDeadline: Moment? {
        guard let first = deadlines.first?.key else { return schedule.next }
        return schedule.next.map { min($0, first) } ?? first
    }

    /// Lets time pass: what has lain still for long enough is ready.
    mutating func advance(to now: Moment) {
        while let first = deadlines.first, first.key <= now {
            _ = deadlines.popFirst()
            // A line that is not the earliest of its name has been overtaken by a later one that came earlier.
            guard var file = tracked[first.name], file.scheduled == first.key else { continue }
            file.scheduled = nil
            tracked[first.name] = file
            guard let deadline = file.phase.deadline else { continue }
            if deadline > now {
                plan(first.name, at: deadline)
            } else {
                countIfUnannounced(file.phase)
                makeReady(first.name, at: now)
            }
        }
    }

    private mutating func countIfUnannounced(_ phase: Phase) {
        // Beyond what is remembered, files that stay in the folder are met again and again.
        guard case .found(_, _, .periodic) = phase, kept.count < settings.keptMax else { return }
        foundByRescan += 1
    }

    /// One line a name is enough: it looks again when it is reached too early.
    private mutating func plan(_ name: EntryName, at deadline: Moment) {
        if let scheduled = tracked[name]?.scheduled, scheduled <= deadline { return }
        tracked[name]?.scheduled = deadline
        deadlines.insert(name, at: deadline)
    }
}

// MARK: Phases

extension ArrivalTracker {
    mutating func makeReady(_ name: EntryName, at now: Moment) {
        if case .ready = tracked[name]?.phase { return }
        turnRange = turnRange.lowerBound..<(turnRange.upperBound + 1)
        enter(.ready(turn: turnRange.upperBound), name, at: now)
    }

    mutating func enter(_ phase: Phase, _ name: EntryName, at now: Moment) {
        if tracked[name] == nil, tracked.count >= settings.trackedMax {
            // The file itself is the reminder: it lies in the folder until there is room.
            isCrowded = true
            return
        }
        var file = tracked[name] ?? Tracked(phase: phase, touched: now, look: look.number)
        if tracked[name] != nil { count(file.phase, -1) }
        (file.phase, file.touched) = (phase, now)
        tracked[name] = file
        count(phase, 1)
        if case .ready(let turn) = phase { turns.insert(name, at: turn) }
        if let deadline = phase.deadline { plan(name, at: deadline) }
    }

    mutating func forget(_ name: EntryName) {
        guard let file = tracked.removeValue(forKey: name) else { return }
        count(file.phase, -1)
    }

    private mutating func count(_ phase: Phase, _ change: Int) {
        switch phase {
        case .ready: readyCount += change
        case .retrying: retryingCount += change
        case .writing, .settling, .found: break
        }
    }
}

// MARK: Taking and releasing

extension ArrivalTracker {
    /// The next complete file, which is in hand from now on.
    mutating func take() -> EntryName? {
        while let (turn, name) = turns.popFirst() {
            guard tracked[name]?.phase == .ready(turn: turn) else { continue }
            forget(name)
            inHand.insert(name)
            return name
        }
        return nil
    }

    /// True where this very drop has its outcome already and stays in the folder.
    func isKept(_ name: EntryName, _ identity: DropIdentity) -> Bool { kept[name]?.identity == identity }

    /// Lets go of a file in hand; those of one batch in the order in which they were taken, but `untouched` backwards.
    mutating func release(_ name: EntryName, _ release: Release, at now: Moment) {
        inHand.remove(name)
        switch release {
        case .moved, .gone: troubles[name] = nil
        case .kept(let identity):
            troubles[name] = nil
            guard kept[name] != nil || kept.count < settings.keptMax else { return }
            kept[name] = Kept(identity: identity, look: look.number)
        case .stillWritten: settleAgain(name, at: now)
        case .putBack:
            putBack.insert(name)
            settleAgain(name, at: now)
        case .failed(let sentence):
            let trouble = Trouble(sentence: sentence, attempts: (troubles[name]?.attempts ?? 0) + 1)
            troubles[name] = trouble
            guard tracked[name] == nil else { return }
            enter(.retrying(until: now + settings.backOff(after: trouble.attempts)), name, at: now)
        case .untouched:
            guard tracked[name] == nil else { return }
            turnRange = (turnRange.lowerBound - 1)..<turnRange.upperBound
            enter(.ready(turn: turnRange.lowerBound), name, at: now)
        }
    }

    /// Unless the name has moved on by itself.
    private mutating func settleAgain(_ name: EntryName, at now: Moment) {
        guard tracked[name] == nil else { return }
        enter(.settling(until: now + settings.settle), name, at: now)
    }
}
