import PledgedAPI
import PledgedCore

/// Says in words what an event tells.
///
/// Facts speak of actors by labels; the names for these come in events before them, so it must be shown all events of
/// an article, in order. It keeps the names of one article only.
struct EventWording: Sendable {
    private var article: ArticleID?
    private var names: [ActorLabel: String] = [:]

    /// One sentence on one line, harmless for a terminal.
    mutating func sentence(for recorded: RecordedEvent) -> String {
        if recorded.article != article { (article, names) = (recorded.article, [:]) }
        return PlainText.line(words(recorded.event))
    }

    private mutating func words(_ event: Event) -> String {
        switch event {
        case .articleReceived(let received): return words(received)
        case .actorNamed(let actor):
            names[actor.label] = actor.canonicalName
            return words(actor)
        case .pledgeStated(let pledge), .requestStated(let pledge): return words(pledge)
        case .happeningReported(let happening): return words(happening)
        case .articleRead(let read): return "read: \(FactCounts(read).sentence)"
        case .articleDuplicated(let duplicated):
            return "duplicate \(duplicated.file.name): the same bytes as article \(Moments.short(duplicated.original))"
        case .articleRejected(let rejected):
            return "rejected \(rejected.file.name) (\(rejected.reason.rawValue)): \(rejected.sentence)"
        case .decided(let decision): return words(decision)
        case .articleRedacted(let redacted):
            let by = redacted.by.map { ", asked by \($0)" } ?? ""
            return "words taken out\(by): \(redacted.reason)"
        case .unknown(let event): return "\(event.name.rawValue), which cannot be read: \(event.reason)"
        }
    }

    private func words(_ received: ArticleReceived) -> String {
        let header = received.article.header
        let about = [header.title.map { "\"\($0)\"" }, header.source, header.date?.description].compactMap { $0 }
        let tail = about.isEmpty ? "" : ": \(about.joined(separator: ", "))"
        let correction = received.revises.map { ", which corrects \(Moments.short($0))" } ?? ""
        return "\(received.revises == nil ? "accepted" : "revised") \(received.file.name)\(correction)\(tail)"
    }

    private func words(_ actor: NamedActor) -> String {
        let others = actor.names.filter { $0 != actor.canonicalName }
        let aliases = others.isEmpty ? "" : ", also \(others.joined(separator: ", "))"
        let role = actor.role.map { ", \($0)" } ?? ""
        let affiliation = actor.affiliation.flatMap { names[$0] }.map { " (\($0))" } ?? ""
        return "\(actor.kind.rawValue) \(actor.canonicalName)\(aliases)\(role)\(affiliation)"
    }

    private func words(_ pledge: Pledge) -> String {
        let bound = pledge.by.compactMap { names[$0] } + [pledge.byText].compactMap { $0 }
        let asked = pledge.to.compactMap { names[$0] }
        let verb = pledge.kind.verb(plural: bound.count > 1)
        let subject = bound.isEmpty ? pledge.kind.rawValue : "\(bound.joined(separator: " and ")) \(verb)"
        let others = asked.joined(separator: " and ")
        let object = asked.isEmpty ? "" : pledge.kind == .request ? " \(others)" : " (to \(others))"
        let deadline = pledge.deadline.map { " [due \($0)]" } ?? ""
        return "\(subject)\(object): \(pledge.anchor.quote)\(deadline)"
    }

    /// Facts are told by their positions: the events that stated them may lie far back.
    private func words(_ decision: Decision) -> String {
        let what =
            switch decision.choice {
            case .resolve(let pledge, let resolution): "the pledge at \(place(pledge)) is \(resolution.rawValue)"
            case .reopen(let pledge): "the pledge at \(place(pledge)) is open again"
            case .dismiss(let pledge): "what is at \(place(pledge)) is no pledge"
            case .link(let pledge, let other): "the pledges at \(place(pledge)) and \(place(other)) are one"
            case .unlink(let pledge): "the pledge at \(place(pledge)) is one of its own"
            case .merge(let actor, into: let other): "the actor at \(place(actor)) is the one at \(place(other))"
            case .rename(let actor, let name): "the actor at \(place(actor)) is called \(name)"
            case .separate(let actor): "the actor at \(place(actor)) is no other"
            }
        return "\(decision.who) decided that \(what), for: \(decision.reason)"
    }

    private func place(_ fact: FactReference) -> String { String(fact.position.offset) }

    private func words(_ happening: Happening) -> String {
        let place = happening.place.map { ", \($0)" } ?? ""
        return "\(happening.date)\(place): \(happening.anchor.quote)"
    }
}
