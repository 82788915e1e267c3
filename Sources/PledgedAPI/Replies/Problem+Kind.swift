extension Problem.Kind {
    /// The HTTP status that goes with it.
    public var status: Int {
        switch self {
        case .badRequest, .unknownParameter, .invalidParameter: 400
        case .notFound, .pageBeyondEnd: 404
        case .methodNotAllowed: 405
        case .notAcceptable: 406
        case .alreadyDecided, .maintenanceRunning: 409
        case .contentTooLarge: 413
        case .targetTooLong: 414
        case .beyondEnd: 416
        case .headerTooLarge: 431
        case .internalError: 500
        case .tooManyConnections, .shuttingDown: 503
        }
    }

    /// A short sentence for people, the same for all problems of the kind.
    public var title: String {
        switch self {
        case .badRequest: "The request is not valid HTTP"
        case .unknownParameter: "There is no such parameter"
        case .invalidParameter: "A parameter is not valid"
        case .notFound: "There is no such thing here"
        case .pageBeyondEnd: "The page lies beyond the end of the list"
        case .methodNotAllowed: "The method does not go with this path"
        case .notAcceptable: "None of the accepted media types can be served"
        case .alreadyDecided: "It is so already, or cannot be"
        case .maintenanceRunning: "Other maintenance is running"
        case .contentTooLarge: "The request's content is too large"
        case .targetTooLong: "The request's target is too long"
        case .beyondEnd: "The position lies beyond the end of the log"
        case .headerTooLarge: "The request's headers are too large"
        case .internalError: "The server failed"
        case .tooManyConnections: "Too many connections are open"
        case .shuttingDown: "The server is shutting down"
        }
    }
}
