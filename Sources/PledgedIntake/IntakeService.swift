public import Logging
public import ServiceLifecycle
import Synchronization

/// Turns what arrives in the drop folder into outcomes.
public final class IntakeService: Service {
    private let published = Mutex(IntakeStatus())

    public init(configuration: IntakeConfiguration, admission: any Admission, logger: Logger) {}

    /// What the intake is doing at this moment.
    public var status: IntakeStatus { published.withLock { $0 } }

    public func run() async throws {
        try await gracefulShutdown()
    }
}
