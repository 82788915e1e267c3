internal import Logging
internal import PledgedCore
internal import PledgedLog
internal import PledgedServer
internal import ServiceLifecycle

/// The services that keep watch over the log, as far as they were asked for.
struct LogCare {
    let checkpoints: CheckpointService?
    let scrub: ScrubService?

    init(
        _ log: EventLog,
        key: LogKey?,
        configuration: DaemonConfiguration,
        now: @escaping @Sendable () -> Timestamp,
        logger: Logger
    ) throws {
        checkpoints = try key.map { key throws(LogError) in
            try CheckpointService(
                log: log,
                key: key,
                interval: configuration.checkpointInterval,
                now: now,
                logger: logger
            )
        }
        if key == nil { logger.info("No checkpoints are signed: 'log.key' names no key") }
        scrub = configuration.scrubInterval.map { interval in
            ScrubService(
                log: log,
                interval: interval,
                bytesPerSecond: configuration.scrubBytesPerSecond,
                now: now,
                logger: logger
            )
        }
    }

    var services: [any Service] {
        [checkpoints as (any Service)?, scrub as (any Service)?].compactMap { $0 }
    }

    static func describe(in registry: OpenMetricsRegistry) {
        registry.describe("pledged.log.checkpoints", "Checkpoints signed.")
        registry.describe("pledged.log.scrubs", "Times that all sealed segments of the log were read again.")
        registry.describe("pledged.log.scrub.bytes", "Bytes of sealed segments read again.")
        registry.describe("pledged.log.scrub.damaged.segments", "Damaged segments that the last scrub found.")
    }
}
