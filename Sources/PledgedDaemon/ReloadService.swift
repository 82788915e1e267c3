internal import Logging
internal import ServiceLifecycle
internal import UnixSignals

/// Reads the configuration again on SIGHUP.
///
/// What can change while running changes at once; what cannot is named in a warning. A configuration with a mistake in
/// it is refused with the line, and the last good one stays.
struct ReloadService: Service {
    let source: ConfigurationSource
    let current: DaemonConfiguration
    let level: StandardErrorLogHandler.SharedLevel
    let logger: Logger

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        for await _ in signals.cancelOnGracefulShutdown() { await reload() }
    }

    private func reload() async {
        SystemdNotifier.reloading()
        do {
            let new = try await source.load()
            if let value = Logger.Level(rawValue: new.loggingLevel) { level.value = value }
            var comparable = new
            comparable.loggingLevel = current.loggingLevel
            logger.notice("Configuration reloaded", metadata: ["logging.level": "\(new.loggingLevel)"])
            if comparable != current {
                logger.warning(
                    "Some changes take effect at the next start only",
                    metadata: ["keys": "all but logging.level"]
                )
            }
        } catch {
            logger.error("Configuration refused; the last good one stays", metadata: ["error": "\(error)"])
        }
        SystemdNotifier.send("READY=1")
    }
}
