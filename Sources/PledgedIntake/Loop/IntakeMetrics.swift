import Metrics
import PledgedCore

/// What the intake tells the metrics system.
struct IntakeMetrics {
    private let outcomes: [OutcomeKind: Counter]
    private let skipped: [SkipReason: Counter]
    private let rescans = Counter(label: "pledged_intake_rescans")
    private let overflows = Counter(label: "pledged_intake_overflows")
    private let foundByRescan = Counter(label: "pledged_intake_found_by_rescan")
    private let lostFolder = Counter(label: "pledged_intake_lost_folder")
    private let pauses = Counter(label: "pledged_intake_pauses")
    private let retries = Counter(label: "pledged_intake_retries")
    private let settling = Gauge(label: "pledged_intake_settling")
    private let ready = Gauge(label: "pledged_intake_ready")
    private let retrying = Gauge(label: "pledged_intake_retrying")

    init() {
        outcomes = Dictionary(
            uniqueKeysWithValues: OutcomeKind.allCases.map { kind in
                (kind, Counter(label: "pledged_intake_outcomes", dimensions: [("outcome", kind.rawValue)]))
            }
        )
        skipped = Dictionary(
            uniqueKeysWithValues: SkipReason.allCases.map { reason in
                (reason, Counter(label: "pledged_intake_skipped", dimensions: [("reason", reason.rawValue)]))
            }
        )
    }

    /// Tells what has changed from one status to the next.
    func record(from old: IntakeStatus, to new: IntakeStatus) {
        settling.record(new.settling)
        ready.record(new.ready)
        retrying.record(new.retryingCount)
        guard old.counters != new.counters else { return }
        record(from: old.counters, to: new.counters)
    }

    private func record(from old: IntakeCounters, to new: IntakeCounters) {
        for (kind, counter) in outcomes {
            counter.increment(by: new.outcomes[kind, default: 0] - old.outcomes[kind, default: 0])
        }
        for (reason, counter) in skipped {
            counter.increment(by: new.skipped[reason, default: 0] - old.skipped[reason, default: 0])
        }
        rescans.increment(by: new.rescans - old.rescans)
        overflows.increment(by: new.overflows - old.overflows)
        foundByRescan.increment(by: new.foundByRescan - old.foundByRescan)
        lostFolder.increment(by: new.lostFolder - old.lostFolder)
        pauses.increment(by: new.pauses - old.pauses)
        retries.increment(by: new.retries - old.retries)
    }
}
