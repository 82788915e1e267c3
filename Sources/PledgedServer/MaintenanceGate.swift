import PledgedAPI

/// Lets one piece of maintenance through at a time.
actor MaintenanceGate {
    private var running: String?

    /// Runs `work`, or says that it must wait.
    ///
    /// - Throws: A ``Problem`` of kind `maintenance-running`, or what `work` throws.
    func run<Reply: Sendable>(_ name: String, _ work: @Sendable () async throws -> Reply) async throws -> Reply {
        if let running {
            let detail = "Cannot \(name) now: '\(running)' is running. Ask again when it is done."
            throw Problem(.maintenanceRunning, detail)
        }
        running = name
        defer { running = nil }
        return try await work()
    }
}
