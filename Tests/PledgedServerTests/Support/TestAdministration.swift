import PledgedAPI
import PledgedCore
import PledgedServer
import Synchronization

/// Administration that keeps what it was asked for.
final class TestAdministration: Administration {
    private let asked = Mutex<[RereadRequest]>([])

    var requests: [RereadRequest] { asked.withLock { $0 } }

    func reread(_ request: RereadRequest) async throws -> RereadReply {
        asked.withLock { $0.append(request) }
        return RereadReply(reader: "test", isDryRun: request.isDryRun ?? false, articles: 2)
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
