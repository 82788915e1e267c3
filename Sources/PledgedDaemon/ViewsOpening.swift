internal import Logging
internal import PledgedCore
internal import PledgedLog
internal import PledgedViews

/// Opens the views, or makes them anew where they are damaged, foreign, of another version, or ahead of the log.
struct ViewsOpening {
    let path: String
    let logger: Logger

    func open(beside log: EventLog) throws -> ViewStore {
        if let views = try usable(upTo: log.end) { return views }
        try ViewStore.discard(path: path)
        return try ViewStore.open(path: path)
    }

    /// The views as they are; nil where only the log can mend them.
    private func usable(upTo end: LogPosition) throws -> ViewStore? {
        do {
            let views = try ViewStore.open(path: path)
            let position = try views.position()
            // Views that know more than the log come from another log, or this one lost its end.
            if position <= end { return views }
            logger.error(
                "Views are ahead of the log and are rebuilt",
                metadata: ["path": "\(path)", "views": "\(position)", "log": "\(end)"]
            )
        } catch {
            guard error.asksForRebuild else { throw error }
            logger.warning("Views are rebuilt", metadata: ["path": "\(path)", "reason": "\(error)"])
        }
        return nil
    }
}
