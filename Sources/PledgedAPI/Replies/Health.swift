public import PledgedCore

/// How the daemon is, part by part.
public struct Health: Hashable, Codable, Sendable {
    public enum Status: String, Hashable, Codable, Sendable, CaseIterable, Comparable {
        case healthy
        /// Works in part, or waits for something, and resumes by itself.
        case degraded
        /// Needs a person.
        case failed

        public static func < (a: Self, b: Self) -> Bool { a.severity < b.severity }

        private var severity: Int {
            switch self {
            case .healthy: 0
            case .degraded: 1
            case .failed: 2
            }
        }
    }

    /// One part of the daemon: `log`, `views`, `intake`, `server`.
    public struct Part: Hashable, Codable, Sendable {
        public var name: String
        public var status: Status
        /// What is wrong and what to do about it; nil where nothing is.
        public var reason: String?
        /// Numbers about it, each named with its unit, such as `settlingFiles`.
        public var figures: [String: Int64]

        public init(_ name: String, _ status: Status, reason: String? = nil, figures: [String: Int64] = [:]) {
            self.name = name
            self.status = status
            self.reason = reason
            self.figures = figures
        }
    }

    /// That of the worst part.
    public var status: Status
    /// The program's version.
    public var version: String
    /// When the daemon started.
    public var started: Timestamp
    /// The last event in the log, nil where it is empty.
    public var logPosition: LogPosition?
    /// The last event that the views reflect, nil where they reflect none.
    public var viewsPosition: LogPosition?
    /// The folder to drop articles in, an absolute path; nil where the daemon takes in none.
    public var dropFolder: String?
    public var parts: [Part]

    public init(
        version: String,
        started: Timestamp,
        logPosition: LogPosition?,
        viewsPosition: LogPosition?,
        dropFolder: String? = nil,
        parts: [Part]
    ) {
        status = parts.map(\.status).max() ?? .healthy
        self.version = version
        self.started = started
        self.logPosition = logPosition
        self.viewsPosition = viewsPosition
        self.dropFolder = dropFolder
        self.parts = parts
    }

    /// Why the daemon is not healthy, one sentence a part that is not; empty where it is.
    public var reasons: [String] {
        parts.filter { $0.status != .healthy }.map { "\($0.name): \($0.reason ?? $0.status.rawValue)" }
    }
}
