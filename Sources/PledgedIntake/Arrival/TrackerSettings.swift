/// How long the ``ArrivalTracker`` waits, and how much it keeps in mind.
struct TrackerSettings: Sendable {
    var settle: Duration = .milliseconds(200)
    /// A file met on a look that changed less than this ago may still have a writer that nobody announced.
    var recent: Duration = .seconds(2)
    var patience: Duration = .seconds(600)
    var rescan: Duration = .seconds(60)
    var poll: Duration = .seconds(5)
    /// The most names that wait at one time; what is beyond is looked for once there is room.
    var trackedMax = 100_000
    var keptMax = 200_000
    var skip = SkipRules()

    var retryMin: Duration { .seconds(1) }
    var retryMax: Duration { .seconds(30) }

    /// How long to wait after the given number of failures in a row.
    func backOff(after failures: Int) -> Duration {
        min(retryMin * (1 << min(max(failures, 1) - 1, 16)), retryMax)
    }
}
