import Hummingbird
import Logging
import PledgedAPI
import PledgedCore

/// The routes of the admin socket; each request is logged with who sent it.
struct AdminRoutes: Sendable {
    let administration: any Administration
    let gate: MaintenanceGate
    let logger: Logger

    func add(to router: Router<ServerContext>) {
        router.answer(.reread) { [administration, gate, logger] request, context in
            let wanted = try RereadRequest(query: request.items())
            _ = try Negotiation.require([.json], accept: request.accept)
            let peer = try await PeerCredentials.of(context.channel)
            logger.notice("Asked to read articles again", metadata: peer.metadata(with: wanted))
            return try .json(try await gate.run("reread") { try await administration.reread(wanted) })
        }
        // Beside maintenance: a decision is one entry behind whatever else the log gains.
        router.answer(.decisions) { [administration, logger] request, context in
            let decision = try DecisionRequest(query: request.items())
            _ = try Negotiation.require([.json], accept: request.accept)
            let peer = try await PeerCredentials.of(context.channel)
            logger.notice("Asked to decide", metadata: peer.metadata(with: decision))
            return try .json(try await administration.decide(decision, user: peer.user))
        }
        router.answer(.redact) { [administration, gate, logger] request, context in
            let wanted = try RedactRequest(query: request.items())
            _ = try Negotiation.require([.json], accept: request.accept)
            let peer = try await PeerCredentials.of(context.channel)
            let metadata: Logger.Metadata = ["article": "\(wanted.article)", "reason": "\(wanted.reason)"]
            logger.notice("Asked to take out an article's words", metadata: peer.metadata.merging(metadata) { $1 })
            return try .json(
                try await gate.run("redact") { try await administration.redact(wanted, by: "uid \(peer.user)") }
            )
        }
        router.answer(.retryQuarantined) { [administration, gate, logger] request, context in
            try request.expectPlain()
            let peer = try await PeerCredentials.of(context.channel)
            logger.notice("Asked to apply quarantined events again", metadata: peer.metadata)
            return try .json(try await gate.run("retry") { try await administration.retryQuarantined() })
        }
    }
}

extension PeerCredentials {
    fileprivate func metadata(with request: RereadRequest) -> Logger.Metadata {
        metadata.merging([
            "article": "\(request.article?.description ?? "all")", "dry-run": "\(request.isDryRun ?? false)",
        ]) { $1 }
    }

    /// What is decided about what; the reason is in the log.
    fileprivate func metadata(with request: DecisionRequest) -> Logger.Metadata {
        let parameters = request.query.filter { $0.name != "reason" }.map {
            ($0.name, Logger.MetadataValue.string($0.value))
        }
        return metadata.merging(parameters) { $1 }
    }

    fileprivate var metadata: Logger.Metadata {
        ["peer.uid": "\(user)", "peer.gid": "\(group)", "peer.pid": "\(process)"]
    }
}
