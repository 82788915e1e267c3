import Synchronization

/// Where the intake's thread writes how it is, for everybody to read.
final class StatusBoard: Sendable {
    private let published = Mutex(IntakeStatus())

    var status: IntakeStatus { published.withLock { $0 } }

    func publish(_ status: IntakeStatus) { published.withLock { $0 = status } }

    /// Says that there is no thread any more, whether it came to its end or to an error.
    func stop() { published.withLock { ($0.state, $0.inHand, $0.inHandSince) = (.stopped, 0, nil) } }

    /// Says that the thread goes on, in the midst of long work.
    func tick() { published.withLock { $0.lastProgress = .now } }
}
