import Glibc
import SystemPackage

/// Work that runs on a thread of its own, as it blocks.
enum OwnThread {
    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// Runs `body` on a new thread, which takes no signals, and returns what it returns.
    ///
    /// - Throws: What `body` throws, or the `Errno` with which no thread could be made.
    static func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let failure = start { continuation.resume(with: Result { try body() }) }
            if let failure { continuation.resume(throwing: failure) }
        }
    }

    private static func start(_ body: @escaping @Sendable () -> Void) -> Errno? {
        let work = unsafe Unmanaged.passRetained(Work(body))
        var thread = pthread_t()
        let failure = unsafe pthread_create(
            &thread,
            nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                OwnThread.blockSignals()
                unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
                return nil
            },
            work.toOpaque()
        )
        guard failure == 0 else {
            unsafe work.release()
            return Errno(rawValue: failure)
        }
        pthread_detach(thread)
        return nil
    }

    /// Signals belong to the process's other threads: here they would only cut system calls short.
    private static func blockSignals() {
        var all = sigset_t()
        unsafe sigfillset(&all)
        _ = unsafe pthread_sigmask(SIG_BLOCK, &all, nil)
    }
}
