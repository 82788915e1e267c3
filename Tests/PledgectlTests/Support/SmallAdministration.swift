import PledgedAPI
import PledgedCore
import PledgedServer

/// What a ``SmallDaemon`` decides: it says back what it was asked, and knows no pledge or actor from 900 on.
struct SmallAdministration: Administration {
    func reread(_ request: RereadRequest) async throws -> RereadReply {
        RereadReply(reader: "test", isDryRun: request.isDryRun ?? false)
    }

    func decide(_ request: DecisionRequest, user: UInt32) async throws -> DecisionReply {
        switch request.choice {
        case .resolve(let id, _) where id.offset >= 900:
            throw Problem(.notFound, "There is no pledge \(id.offset).", parameter: "pledge")
        case .merge(let one, let other) where one == other: throw Problem(.alreadyDecided, "Actor \(one) is itself.")
        default: break
        }
        return DecisionReply(
            decision: .pledgeResolved,
            position: LogPosition(offset: 41),
            sentence: QueryString.format(request.query)
        )
    }

    func redact(_ request: RedactRequest, by: String) async throws -> RedactReply {
        RedactReply(article: request.article, entries: 1, position: .start, files: [], microseconds: 1)
    }

    func retryQuarantined() async throws -> RetryReply {
        RetryReply(before: 0, after: 0, quarantined: [], position: nil, microseconds: 1)
    }
}
