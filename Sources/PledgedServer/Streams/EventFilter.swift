import PledgedAPI
import PledgedCore

/// Which events a reader wants.
struct EventFilter: Sendable {
    private let names: Set<Event.Name>
    private let article: ArticleID?

    init(_ request: EventsRequest) {
        names = Set(request.types)
        article = request.article
    }

    /// Whether every event passes.
    var isOpen: Bool { names.isEmpty && article == nil }

    func passes(_ name: Event.Name, _ article: ArticleID?) -> Bool {
        (names.isEmpty || names.contains(name)) && (self.article == nil || self.article == article)
    }
}
