import PledgedAPI

/// Why the daemon gave no answer that could be used.
enum DaemonError: Error, Sendable {
    /// Nobody answers at the socket, or the connection broke; with the reason in words.
    case unreachable(socket: String, reason: String, advice: String)
    /// It understood and said no.
    case refused(Problem)
    /// What answered speaks another language.
    case unreadable(socket: String, reason: String)

    /// Whether trying again later may help.
    var isPassing: Bool {
        switch self {
        case .unreachable: true
        case .refused(let problem): problem.status == 503
        case .unreadable: false
        }
    }

    var failure: Failure {
        switch self {
        case .unreachable(let socket, let reason, let advice):
            Failure(.unreachable, "Cannot reach the daemon at '\(PlainText.name(socket))': \(reason). \(advice)")
        case .refused(let problem) where problem.isAsked:
            Failure(.usage, PlainText.line(problem.detail))
        case .refused(let problem):
            Failure(
                .refused,
                "The daemon refused: \(PlainText.line(problem.title)). \(PlainText.line(problem.detail))"
            )
        case .unreadable(let socket, let reason):
            Failure(
                .unreachable,
                "What answers at '\(PlainText.name(socket))' cannot be understood: \(PlainText.line(reason)) "
                    + "Check that it is pledged, and of this version."
            )
        }
    }
}

extension Problem {
    /// Whether another command line would get an answer: what was asked about is not there, or cannot be.
    fileprivate var isAsked: Bool {
        switch kind {
        case .pageBeyondEnd, .alreadyDecided, .unknownParameter, .invalidParameter: true
        // Without a parameter it is the route that is not there: another socket, or another daemon.
        case .notFound: parameter != nil
        case .beyondEnd: parameter == "as-of"
        default: false
        }
    }
}
