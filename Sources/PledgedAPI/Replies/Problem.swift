public import PledgedCore

/// What went wrong with a request, as RFC 9457 puts it: a JSON object of `application/problem+json`.
public struct Problem: Error, Hashable, Codable, Sendable {
    /// Kinds of problems; their names are stable, programs may tell them apart by these.
    public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
        case badRequest = "bad-request"
        case unknownParameter = "unknown-parameter"
        case invalidParameter = "invalid-parameter"
        case notFound = "not-found"
        /// A page of a list begins where the list has ended; ``Problem/total`` says how long it is.
        case pageBeyondEnd = "page-beyond-end"
        case methodNotAllowed = "method-not-allowed"
        case notAcceptable = "not-acceptable"
        /// `after` lies beyond the end of the log; ``Problem/end`` says where that is.
        case beyondEnd = "beyond-end"
        /// What is to be decided is so already, or cannot be.
        case alreadyDecided = "already-decided"
        case maintenanceRunning = "maintenance-running"
        case contentTooLarge = "content-too-large"
        case targetTooLong = "target-too-long"
        case headerTooLarge = "header-too-large"
        case tooManyConnections = "too-many-connections"
        case shuttingDown = "shutting-down"
        case internalError = "internal-error"
    }

    /// `/problems/` and the kind.
    public var type: String
    /// The same for every problem of a kind.
    public var title: String
    /// The HTTP status.
    public var status: Int
    /// What happened, to what, and what to do about it.
    public var detail: String
    /// The query parameter or header at fault.
    public var parameter: String?
    /// What was probably meant.
    public var nearest: String?
    /// The last position in the log, for ``Kind/beyondEnd``; nil where the log is empty.
    public var end: LogPosition?
    /// How many rows there are, for ``Kind/pageBeyondEnd``.
    public var total: Int?

    public init(
        _ kind: Kind,
        _ detail: String,
        parameter: String? = nil,
        nearest: String? = nil,
        end: LogPosition? = nil,
        total: Int? = nil
    ) {
        type = Self.typePrefix + kind.rawValue
        title = kind.title
        status = kind.status
        self.detail = detail
        self.parameter = parameter
        self.nearest = nearest
        self.end = end
        self.total = total
    }

    static let typePrefix = "/problems/"

    /// Nil for a kind that this program does not know.
    public var kind: Kind? {
        type.hasPrefix(Self.typePrefix) ? Kind(rawValue: String(type.dropFirst(Self.typePrefix.count))) : nil
    }
}

extension Problem: CustomStringConvertible {
    public var description: String { "\(title): \(detail)" }
}

extension Problem {
    /// The problem that tells of `error`.
    public init(_ error: RequestError) {
        switch error {
        case .malformedQuery: self.init(.badRequest, error.description)
        case .unknownParameter(let name, let nearest, _):
            self.init(.unknownParameter, error.description, parameter: name, nearest: nearest)
        case .malformedValue(let parameter, _, _, let nearest):
            self.init(.invalidParameter, error.description, parameter: parameter, nearest: nearest)
        case .repeatedParameter(let name), .missingParameter(let name, _), .conflictingParameters(let name, _),
            .superfluousParameter(let name, _, _):
            self.init(.invalidParameter, error.description, parameter: name)
        }
    }
}
