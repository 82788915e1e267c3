/// Where a configuration came from, so that it can be read again on SIGHUP.
public struct ConfigurationSource: Sendable {
    public let path: String?
    public let environment: [String: String]
    public let arguments: [String]

    public init(path: String?, environment: [String: String], arguments: [String]) {
        self.path = path
        self.environment = environment
        self.arguments = arguments
    }

    /// Reads the file, the environment and the flags.
    ///
    /// - Throws: ``ConfigurationError``.
    public func load() async throws -> DaemonConfiguration {
        try await DaemonConfiguration(path: path, environment: environment, arguments: arguments)
    }
}
