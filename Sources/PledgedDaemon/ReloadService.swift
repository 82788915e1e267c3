internal import Logging
internal import PledgedExtraction
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
    let reader: CurrentReader
    let logger: Logger

    func run() async throws {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        for await _ in signals.cancelOnGracefulShutdown() { await reload() }
    }

    private func reload() async {
        SystemdNotifier.reloading()
        do {
            let new = try await source.load()
            // What can be refused comes first, so that a reload takes effect as a whole or not at all.
            try reloadRules(new)
            if let value = Logger.Level(rawValue: new.loggingLevel) { level.value = value }
            var comparable = new
            comparable.loggingLevel = current.loggingLevel
            comparable.rulesFolder = current.rulesFolder
            logger.notice("Configuration reloaded", metadata: ["logging.level": "\(new.loggingLevel)"])
            if comparable != current {
                logger.warning(
                    "Some changes take effect at the next start only",
                    metadata: ["keys": "all but logging.level and reader.rules"]
                )
            }
        } catch {
            logger.error("Configuration refused; the last good one stays", metadata: ["error": "\(error)"])
        }
        SystemdNotifier.send("READY=1")
    }

    private func reloadRules(_ new: DaemonConfiguration) throws {
        let reader = try Reader(rulesFolder: new.rulesFolder)
        guard self.reader.replace(by: reader) else { return }
        logger.notice(
            "Reader replaced; 'pledgectl reread' reads the articles that came before again",
            metadata: ["reader.version": "\(reader.version)", "reader.rules": "\(new.rulesFolder ?? "none")"]
        )
    }
}
