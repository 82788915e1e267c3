import NIOPosix
import PledgedViews

/// Reads from the views on threads that may wait for the disk.
struct ViewReader: Sendable {
    private let views: ViewStore
    private let threads: NIOThreadPool

    init(_ views: ViewStore, threads: NIOThreadPool = .singleton) {
        self.views = views
        self.threads = threads
    }

    func read<Value: Sendable>(_ body: @Sendable @escaping (ViewStore) throws -> Value) async throws -> Value {
        let views = views
        return try await threads.runIfActive { try body(views) }
    }
}
