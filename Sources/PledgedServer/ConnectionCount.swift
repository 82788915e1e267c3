import Synchronization

/// Counts the connections that are open.
final class ConnectionCount: Sendable {
    private let open = Atomic<Int>(0)

    /// Counts one more and returns how many there are with it.
    func enter() -> Int { open.add(1, ordering: .relaxed).newValue }

    func leave() { open.subtract(1, ordering: .relaxed) }
}
