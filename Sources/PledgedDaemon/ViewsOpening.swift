internal import Logging
internal import PledgedCore
internal import PledgedLog
internal import PledgedViews

/// Opens the views, or makes them anew where they are damaged, foreign, of another version, or ahead of the log.
struct ViewsOpening {
    let path: String
    let logger: Logger

    func open(beside log: EventLog) throws -> ViewStore {
        do {
            let views = try ViewStore.open(path: path)
            // Views that know more than the log come from another log, or this one lost its end.
            if try views.position() <= log.end { return views }
            logger.error("Views are ahead of the log and are rebuilt", metadata: ["path": "\(path)", "end": "\(log.end)"])
        } catch let error where error.asksForRebuild {
            logger.warning("Views are rebuilt", metadata: ["path": "\(path)", "reason": "\(error)"])
        }
        try ViewStore.discard(path: path)
        return try ViewStore.open(path: path)
    }
}
