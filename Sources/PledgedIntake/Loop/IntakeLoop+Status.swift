import Logging
import PledgedCore

extension IntakeLoop where Watch: ~Copyable {
    private var state: IntakeState {
        if let loss { return .degraded(loss.sentence(path: configuration.dropFolder)) }
        if let pause { return .paused(pause.sentence) }
        return hasLooked ? .watching : .starting
    }

    /// Shows everybody how it is, and says that the thread goes on.
    func publish() {
        let old = board.status
        var status = IntakeStatus()
        status.state = state
        status.fileSystem = drop?.fileSystem.name
        status.isPolled = drop?.fileSystem.isRemote ?? false
        status.settling = tracker.settlingCount
        status.ready = tracker.readyCount
        status.inHand = batch?.members.count ?? 0
        status.inHandSince = batch?.since
        status.retryingCount = tracker.troubles.count
        status.retrying = tracker.troubles.prefix(IntakeStatus.retryingShownMax).map { name, trouble in
            IntakeStatus.Retry(name: name.description, sentence: trouble.sentence, attempts: trouble.attempts)
        }
        status.counters = countersByNow
        board.publish(status)
        metrics.record(from: old, to: status)
        warn(of: status.counters.foundByRescan - old.counters.foundByRescan)
    }

    private var countersByNow: IntakeCounters {
        var sum = counters
        sum.overflows += tracker.overflows
        sum.foundByRescan += tracker.foundByRescan
        sum.skipped.merge(tracker.skipped, uniquingKeysWith: +)
        return sum
    }

    private func warn(of foundByRescan: Int) {
        guard foundByRescan > 0 else { return }
        logger.warning("Files found that no event had announced", metadata: ["count": "\(foundByRescan)"])
    }
}
