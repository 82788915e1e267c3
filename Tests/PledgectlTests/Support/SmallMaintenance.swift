import PledgedAPI
import PledgedCore
import PledgedLog
import PledgedServer
import PledgedViews

/// What a ``SmallDaemon`` does when it is asked.
struct SmallMaintenance: Maintenance {
    let log: EventLog
    let views: ViewStore
    let dropFolder: String
    let status: Health.Status

    func rebuild() async throws -> RebuildReply {
        let end = try views.position()
        try await views.rebuild(until: end) { position, countMax in
            try await log.read(from: position, countMax: countMax)
        }
        return RebuildReply(
            position: PositionHeader.last(before: end),
            events: Int(end.offset),
            digest: try views.digest(),
            microseconds: 1_500_000
        )
    }

    /// Finds the views damaged where the daemon is not healthy.
    func verify() async throws -> VerifyReply {
        let digest = try views.digest()
        return VerifyReply(
            position: PositionHeader.last(before: try views.position()),
            viewsDigest: digest,
            rebuildDigest: status == .healthy ? digest : String(digest.reversed()),
            logDamage: nil,
            logEntries: 1,
            logEvents: Int(log.end.offset),
            microseconds: 12_345
        )
    }

    func health() async -> Health {
        let reason = status == .healthy ? nil : "The disk is full.\nFree space on '/'."
        return Health(
            version: "0.1.0",
            started: Sample.moment,
            logPosition: PositionHeader.last(before: log.end),
            viewsPosition: PositionHeader.last(before: log.end),
            dropFolder: dropFolder,
            parts: [Health.Part("intake", status, reason: reason, figures: ["settlingFiles": 3, "bytes": 12_345])]
        )
    }
}
