internal import CoreMetrics
internal import Logging
internal import PledgedCore
internal import PledgedLog
internal import ServiceLifecycle

/// Signs what the log is: at the start, every while, and at the end.
///
/// Each checkpoint is told in the daemon's own log as well, which the journal keeps elsewhere: whoever cuts off the log
/// and its checkpoints together is found out by that.
actor CheckpointService: Service {
    private var writer: CheckpointWriter
    private let interval: Duration
    private let now: @Sendable () -> Timestamp
    private let logger: Logger
    private let counter = Counter(label: "pledged.log.checkpoints")
    /// Why the last try failed; nil where it did not.
    private(set) var trouble: String?

    /// - Parameters:
    ///   - log: To sign.
    ///   - key: To sign it with.
    ///   - interval: Between two tries.
    ///   - now: The time of a checkpoint.
    ///   - logger: Told of each.
    /// - Throws: ``LogError`` where the checkpoints that there are do not hold.
    init(
        log: EventLog,
        key: LogKey,
        interval: Duration,
        now: @escaping @Sendable () -> Timestamp,
        logger: Logger
    ) throws(LogError) {
        writer = try CheckpointWriter(log, key: key)
        self.interval = interval
        self.now = now
        self.logger = logger
        if let last = writer.last, last.key != key.publicKey.hexadecimal {
            logger.notice(
                "Checkpoints are signed with another key from now on",
                metadata: ["key": "\(key.publicKey)", "key.before": "\(last.key)"]
            )
        }
    }

    /// The last checkpoint, and how many there are.
    var state: (last: Checkpoint?, count: Int) { (writer.last, writer.count) }

    func run() async throws {
        do {
            try await cancelWhenGracefulShutdown {
                while true {
                    await self.sign()
                    try await Task.sleep(for: self.interval)
                }
            }
        } catch is CancellationError {
            // Those who write have stopped before this service: nothing comes after this one.
            await sign()
        }
    }

    private func sign() async {
        var writer = writer
        do {
            if let checkpoint = try await writer.write(at: now()) {
                counter.increment()
                logger.notice(
                    "Checkpoint signed",
                    metadata: [
                        "position": "\(checkpoint.position)", "entries": "\(checkpoint.entries)",
                        "hash": "\(checkpoint.hash)", "root": "\(checkpoint.root)",
                    ]
                )
            }
            trouble = nil
        } catch {
            if trouble == nil { logger.error("No checkpoint signed", metadata: ["error": "\(error)"]) }
            trouble = error.message
        }
        self.writer = writer
    }
}
