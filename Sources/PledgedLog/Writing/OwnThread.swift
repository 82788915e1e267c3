import Dispatch

/// Does work that waits for the disk where it holds up nothing else.
func onOwnThread<Value: Sendable>(
    _ work: @escaping @Sendable () throws(LogError) -> Value
) async throws(LogError) -> Value {
    let thread = DispatchQueue(label: "pledged.log.opening")
    return try await withCheckedContinuation { (continuation: CheckedContinuation<Result<Value, LogError>, Never>) in
        thread.async { continuation.resume(returning: Result { () throws(LogError) in try work() }) }
    }.get()
}
