internal import ServiceLifecycle

/// Errors after which the daemon must not go on; the first ends it.
struct FatalErrors: Service {
    private let stream: AsyncStream<any Error>
    private let continuation: AsyncStream<any Error>.Continuation

    init() { (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(1)) }

    func report(_ error: any Error) { continuation.yield(error) }

    func run() async throws {
        for await error in stream.cancelOnGracefulShutdown() { throw error }
    }
}
