internal import CSystemd
internal import Glibc
internal import Logging
internal import ServiceLifecycle
internal import Synchronization

/// Tells systemd how the daemon is: ready, reloading, stopping, alive.
///
/// `WATCHDOG=1` is sent only when a round of `progress` found every part moving since the last, so that a daemon that hangs
/// in any of them is restarted. Without `NOTIFY_SOCKET` nothing is sent and the rounds go on.
struct SystemdNotifier: Service {
    /// A round's finding: whether each part moved, and one line for `systemctl status`.
    struct Progress: Sendable {
        var isReady: Bool
        /// The parts that stand still, by name; empty where all move.
        var stuck: [String]
        var status: String
    }

    let progress: @Sendable () async -> Progress
    let logger: Logger

    func run() async throws {
        do {
            try await cancelWhenGracefulShutdown { try await report() }
        } catch is CancellationError {
            Self.send("STOPPING=1\nSTATUS=Finishing the work in hand")
        }
    }

    private func report() async throws {
        let interval = Self.watchdogInterval.map { $0 / 3 } ?? .seconds(1)
        var isReady = false
        var lastStatus = ""
        while true {
            let round = await progress()
            if round.status != lastStatus { Self.send("STATUS=\(round.status)") }
            lastStatus = round.status
            if round.isReady, !isReady {
                isReady = true
                Self.send("READY=1")
                logger.notice("Ready", metadata: ["status": "\(round.status)"])
            }
            if round.stuck.isEmpty {
                Self.send("WATCHDOG=1")
            } else {
                logger.error("No progress", metadata: ["parts": "\(round.stuck.joined(separator: ", "))"])
            }
            // Until ready look often: a start is waited for.
            try await Task.sleep(for: isReady ? min(interval, .seconds(1)) : .milliseconds(10))
        }
    }

    /// How often systemd wants to hear; nil where it does not.
    private static var watchdogInterval: Duration? {
        var microseconds: UInt64 = 0
        let isEnabled = unsafe sd_watchdog_enabled(0, &microseconds) > 0
        return isEnabled ? .microseconds(Int64(microseconds)) : nil
    }

    /// Says that a reload has begun, and when: `READY=1` ends it.
    static func reloading() {
        var time = timespec()
        _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        send("RELOADING=1\nMONOTONIC_USEC=\(time.tv_sec * 1_000_000 + time.tv_nsec / 1000)")
    }

    /// Sends lines of `NAME=value` as in `sd_notify(3)`.
    static func send(_ state: String) {
        // A negative answer means that nobody listens any more; the daemon's work does not depend on it.
        _ = unsafe sd_notify(0, state)
    }
}
