internal import PledgedAPI
internal import PledgedLog
internal import PledgedServer
internal import PledgedViews

/// Does what the daemon's own user and root may ask for.
struct Administrator: Administration {
    let log: EventLog
    let views: ViewStore
    let rereader: Rereader
    let projection: ProjectionService
    let decisions: DecisionDesk

    func reread(_ request: RereadRequest) async throws -> RereadReply { try await rereader.reread(request) }

    func decide(_ request: DecisionRequest, user: UInt32) async throws -> DecisionReply {
        try await decisions.decide(request, user: user)
    }

    /// Takes the words of an article out of the log and of everything that is made of it.
    func redact(_ request: RedactRequest, by: String) async throws -> RedactReply {
        let clock = ContinuousClock()
        let start = clock.now
        do {
            let result = try await log.redact(request.article, reason: request.reason, by: by)
            try await projection.waitUntilApplied(log.end)
            return RedactReply(
                article: request.article,
                entries: result.entries,
                position: result.position,
                files: try views.files(of: request.article),
                microseconds: (clock.now - start).microseconds
            )
        } catch let error as LogError {
            switch error.code {
            case .unknownArticle: throw Problem(.notFound, error.message, parameter: "article")
            case .redacted: throw Problem(.invalidParameter, error.message, parameter: "article")
            default: throw error
            }
        }
    }

    /// Builds the views anew, in which every quarantined event has its turn again.
    ///
    /// Not the quarantined events alone: applied behind those that came after them they would make other views than the
    /// log says.
    func retryQuarantined() async throws -> RetryReply {
        let clock = ContinuousClock()
        let start = clock.now
        let before = try views.quarantinedCount()
        if before > 0 { try await views.rebuild(until: log.end, reading: log.read(from:countMax:)) }
        let position = try views.position()
        return RetryReply(
            before: before,
            after: try views.quarantinedCount(),
            quarantined: try views.quarantined(countMax: RetryReply.listedMax).map {
                RetryReply.Quarantined(
                    position: $0.position,
                    type: $0.name,
                    article: $0.article,
                    reason: $0.reason
                )
            },
            position: position.previous,
            microseconds: (clock.now - start).microseconds
        )
    }
}
