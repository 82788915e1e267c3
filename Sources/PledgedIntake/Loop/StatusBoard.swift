import Synchronization

/// Where the intake's thread writes how it is, for everybody to read.
final class StatusBoard: Sendable {
    private let published = Mutex(IntakeStatus())

    var status: IntakeStatus { published.withLock { $0 } }

    func publish(_ status: IntakeStatus) { published.withLock { $0 = status } }

    /// Says that the thread goes on, in the midst of long work.
    func tick() { published.withLock { $0.lastProgress = .now } }
}
