import PledgedCore

/// Tells from the events what became of the files that were dropped: no clock, no socket.
struct DropTracker: Sendable {
    /// The events it needs to see.
    static let types: [Event.Name] = [.articleReceived, .articleRead, .articleDuplicated, .articleRejected]

    private var waiting: [DroppedFile: DropOutcome] = [:]
    /// Let in, and not yet known to be read.
    private var unread: [ArticleID: DropOutcome] = [:]

    mutating func wait(for outcome: DropOutcome) { waiting[outcome.file] = outcome }

    var isWaiting: Bool { !waiting.isEmpty || !unread.isEmpty }

    /// The outcome that is complete with this event, if any.
    mutating func take(_ recorded: RecordedEvent) -> DropOutcome? {
        switch recorded.event {
        case .articleReceived(let received):
            guard var outcome = waiting.removeValue(forKey: received.file) else { return nil }
            outcome.outcome = received.revises == nil ? .accepted : .revised
            outcome.position = recorded.position
            outcome.article = received.article.id
            outcome.revises = received.revises
            unread[received.article.id] = outcome
            return nil
        case .articleRead(let read):
            guard let article = recorded.article, var outcome = unread.removeValue(forKey: article) else { return nil }
            outcome.facts = FactCounts(read)
            return outcome
        case .articleDuplicated(let duplicated):
            guard var outcome = waiting.removeValue(forKey: duplicated.file) else { return nil }
            outcome.outcome = .duplicate
            outcome.position = recorded.position
            outcome.article = duplicated.original
            return outcome
        case .articleRejected(let rejected):
            guard var outcome = waiting.removeValue(forKey: rejected.file) else { return nil }
            outcome.outcome = .rejected
            outcome.position = recorded.position
            outcome.reason = rejected.reason
            outcome.sentence = rejected.sentence
            return outcome
        case .actorNamed, .pledgeStated, .requestStated, .happeningReported, .articleRedacted, .unknown: return nil
        }
    }

    /// What is known of the drops whose outcome is not complete, in the order of their paths.
    var incomplete: [DropOutcome] {
        (Array(waiting.values) + Array(unread.values)).sorted { $0.path < $1.path }
    }
}
