extension ArrivalTracker {
    /// A look through the whole folder.
    struct Look: Sendable {
        struct Met: Sendable {
            let name: EntryName
            let glimpse: Glimpse
        }

        var number = 0
        var start = Moment.start
        var cause = RescanCause.armed
        /// What nobody had announced when it was met.
        var met: [Met] = []
        /// False where there was more to meet than there is room for.
        var isWhole = true
    }

    /// Why the folder is to be looked through now, or nil where it is not.
    func lookDue(at now: Moment) -> RescanCause? {
        if let cause = schedule.due(at: now) { return cause }
        guard isCrowded, tracked.count < (settings.trackedMax + 1) / 2 else { return nil }
        return schedule.next == nil ? nil : .crowded
    }

    mutating func beginLook(_ cause: RescanCause, at now: Moment) {
        look = Look(number: look.number + 1, start: now, cause: cause)
        isCrowded = false
        schedule.begin()
    }

    /// Takes in one entry of the folder.
    mutating func meet(_ name: EntryName, _ glimpse: Glimpse, at now: Moment) {
        let counts = look.cause == .armed
        guard !skips(name, counting: counts) else { return }
        guard glimpse.kind != .folder else {
            if counts { skipped[.folder, default: 0] += 1 }
            return
        }
        if kept[name]?.identity == glimpse.identity {
            kept[name]?.look = look.number
        } else if tracked[name] != nil {
            tracked[name]?.look = look.number
            if case .found(_, let identity, _) = tracked[name]?.phase, identity != glimpse.identity {
                expect(name, glimpse, at: now)
            }
        } else if !inHand.contains(name) {
            guard look.met.count < settings.trackedMax else {
                look.isWhole = false
                return
            }
            look.met.append(Look.Met(name: name, glimpse: glimpse))
        }
    }

    /// Decides about what was met, once all is told that happened before and during the look.
    mutating func endLook(at now: Moment) {
        let met = look.met.sorted {
            ($0.glimpse.identity.modified, $0.name) < ($1.glimpse.identity.modified, $1.name)
        }
        look.met = []
        for entry in met where tracked[entry.name] == nil && !inHand.contains(entry.name) {
            expect(entry.name, entry.glimpse, at: now)
            tracked[entry.name]?.look = look.number
        }
        if look.isWhole { forgetWhatIsGone() } else { isCrowded = true }
        endWaits(at: now)
        schedule.looked(from: look.start, to: now)
    }

    mutating func failLook(at now: Moment) {
        look.met = []
        schedule.failed(at: now, cause: look.cause, retryIn: settings.retryMin)
    }

    /// A writer may be at work that opened the file before anybody watched; its file changed lately.
    private mutating func expect(_ name: EntryName, _ glimpse: Glimpse, at now: Moment) {
        guard glimpse.kind == .file else { return makeReady(name, at: now) }
        let isLate = look.cause == .periodic || look.cause == .poll
        guard isLate || glimpse.age < settings.recent else { return makeReady(name, at: now) }
        // A time ahead of ours tells nothing.
        let young = min(settings.recent - glimpse.age, settings.recent)
        // On a remote file system the next look but one shows whether it has changed.
        let remote = schedule.poll.map { $0 + $0 / 2 } ?? .zero
        let wait = max(settings.settle, young, remote)
        enter(.found(until: now + wait, glimpse.identity, look.cause), name, at: now)
    }

    /// What happened to it may have been lost with an overflow, or was never announced.
    private mutating func forgetWhatIsGone() {
        for (name, file) in tracked where file.look != look.number && file.touched < look.start { forget(name) }
        kept = kept.filter { $0.value.look == look.number || inHand.contains($0.key) }
        troubles = troubles.filter { tracked[$0.key] != nil || inHand.contains($0.key) }
    }

    /// Patience ends: nobody wrote for long, and the close was never announced.
    private mutating func endWaits(at now: Moment) {
        for (name, file) in tracked where file.phase == .writing && file.touched + settings.patience <= now {
            enter(.settling(until: now + settings.settle), name, at: now)
        }
    }
}
