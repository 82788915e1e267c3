import PledgedAPI
import PledgedCore
import PledgedServer
import Synchronization

/// Maintenance that waits until a test lets it go on.
final class TestMaintenance: Maintenance {
    private let parts = Mutex<[Health.Part]>([])
    private let failure = Mutex<(any Error)?>(nil)
    private let hold = Mutex<AsyncStream<Void>?>(nil)

    func report(_ parts: [Health.Part]) { self.parts.withLock { $0 = parts } }
    func fail(_ error: (any Error)?) { failure.withLock { $0 = error } }

    /// Makes the next rebuild wait until what is returned is called.
    func holdRebuild() -> @Sendable () -> Void {
        let (stream, continuation) = AsyncStream<Void>.makeStream()
        hold.withLock { $0 = stream }
        return { continuation.finish() }
    }

    func rebuild() async throws -> RebuildReply {
        if let stream = hold.withLock({ $0 }) { for await _ in stream {} }
        if let error = failure.withLock({ $0 }) { throw error }
        return RebuildReply(position: nil, events: 3, digest: "d", microseconds: 1)
    }

    func verify() async throws -> VerifyReply {
        VerifyReply(
            position: nil,
            viewsDigest: "a",
            rebuildDigest: "a",
            logDamage: nil,
            logEntries: 0,
            logEvents: 0,
            microseconds: 1
        )
    }

    func health() async -> Health {
        Health(
            version: "1",
            started: Timestamp(microseconds: 0),
            logPosition: nil,
            viewsPosition: nil,
            parts: parts.withLock { $0 }
        )
    }
}
