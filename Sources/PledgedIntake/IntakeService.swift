public import Logging
public import ServiceLifecycle

/// Turns what arrives in the drop folder into outcomes.
///
/// A file in the drop folder is offered to the ``Admission`` once it is complete, and afterwards moved to the outcome folder
/// or kept. Whatever happens, a crash at any moment included, it lies in the drop folder until its outcome is durable.
public final class IntakeService: Service {
    private let configuration: IntakeConfiguration
    private let admission: any Admission
    private let logger: Logger
    private let board = StatusBoard()

    /// Bounds, sizes and times in `configuration` must be positive.
    public init(configuration: IntakeConfiguration, admission: any Admission, logger: Logger) {
        precondition(configuration.batchMax > 0 && configuration.batchBytesMax > 0 && configuration.sizeMax > 0)
        precondition([configuration.settle, configuration.rescan, configuration.poll].allSatisfy { $0 > .zero })
        self.configuration = configuration
        self.admission = admission
        self.logger = logger
    }

    /// What the intake is doing at this moment.
    public var status: IntakeStatus { board.status }

    /// Works until graceful shutdown, which it obeys once the batch in hand is finished; it may be run again then.
    ///
    /// A missing drop folder is waited for.
    ///
    /// - Throws: ``IntakeError`` where the intake cannot work at all.
    public func run() async throws {
        let wake = try Wake()
        let desk = AdmissionDesk(wake: wake)
        try await withTaskCancellationOrGracefulShutdownHandler {
            async let end: Void = work(desk, wake)
            await desk.serve(admission)
            try await end
        } onCancelOrGracefulShutdown: {
            desk.stop()
        }
    }

    /// On a thread of its own, as it blocks.
    private func work(_ desk: AdmissionDesk, _ wake: Wake) async throws {
        let (configuration, board, logger) = (configuration, board, logger)
        try await OwnThread.run {
            defer {
                board.stop()
                desk.close()
            }
            // First of all, as its descriptor must be a low one.
            let watch = try InotifyWatch(wake: wake)
            try IntakeLoop(
                configuration,
                watch: watch,
                clock: SystemClock(),
                desk: desk,
                board: board,
                logger: logger
            ).run()
        }
    }
}
