internal import CoreMetrics
internal import Logging
internal import PledgedCore
internal import PledgedLog
internal import ServiceLifecycle

/// Reads the sealed segments of the log again, every while and not too fast, so that a disk that forgets is found out
/// while there still is a copy.
actor ScrubService: Service {
    private let log: EventLog
    private let interval: Duration
    private let bytesPerSecond: Int
    private let now: @Sendable () -> Timestamp
    private let logger: Logger
    private let runs = Counter(label: "pledged.log.scrubs")
    private let bytes = Counter(label: "pledged.log.scrub.bytes")
    private let damagedSegments = Meter(label: "pledged.log.scrub.damaged.segments")

    /// What the last whole run found, and when it ended; nil before the first has ended.
    private(set) var last: (report: ScrubReport, ended: Timestamp)?

    init(
        log: EventLog,
        interval: Duration,
        bytesPerSecond: Int,
        now: @escaping @Sendable () -> Timestamp,
        logger: Logger
    ) {
        self.log = log
        self.interval = interval
        self.bytesPerSecond = bytesPerSecond
        self.now = now
        self.logger = logger
    }

    func run() async throws {
        do {
            try await cancelWhenGracefulShutdown {
                while true {
                    try await self.scrub()
                    try await Task.sleep(for: self.interval)
                }
            }
        } catch is CancellationError {}
    }

    private func scrub() async throws {
        let report = try await log.scrub(bytesPerSecond: bytesPerSecond)
        last = (report, now())
        runs.increment()
        bytes.increment(by: Int64(clamping: report.bytes))
        damagedSegments.set(report.damages.count)
        if report.isWhole {
            logger.info("Log scrubbed", metadata: ["segments": "\(report.segments)", "bytes": "\(report.bytes)"])
        }
        for damage in report.damages { logger.critical("Log damaged", metadata: ["damage": "\(damage)"]) }
    }
}
