import PledgedAPI
import PledgedCore
import PledgedServer
import Synchronization

/// Administration that keeps what it was asked for.
final class TestAdministration: Administration {
    private let asked = Mutex<[RereadRequest]>([])
    private let decided = Mutex<[DecisionRequest]>([])
    private let problem = Mutex<Problem?>(nil)

    var requests: [RereadRequest] { asked.withLock { $0 } }
    var decisions: [DecisionRequest] { decided.withLock { $0 } }

    /// Makes it refuse every decision.
    func refuse(_ problem: Problem) { self.problem.withLock { $0 = problem } }

    func reread(_ request: RereadRequest) async throws -> RereadReply {
        asked.withLock { $0.append(request) }
        return RereadReply(reader: "test", isDryRun: request.isDryRun ?? false, articles: 2)
    }

    func decide(_ request: DecisionRequest, user: UInt32) async throws -> DecisionReply {
        if let problem = problem.withLock({ $0 }) { throw problem }
        decided.withLock { $0.append(request) }
        return DecisionReply(
            decision: .pledgeResolved,
            position: LogPosition(offset: 12),
            sentence: "Decided by \(user)."
        )
    }

    func redact(_ request: RedactRequest, by: String) async throws -> RedactReply {
        RedactReply(
            article: request.article,
            entries: 1,
            position: .start,
            files: [by, request.reason],
            microseconds: 5
        )
    }

    func retryQuarantined() async throws -> RetryReply {
        RetryReply(before: 2, after: 0, quarantined: [], position: nil, microseconds: 5)
    }
}
