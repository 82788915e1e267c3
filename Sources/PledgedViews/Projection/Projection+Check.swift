internal import PledgedCore

extension Projection {
    /// Looks whether `recorded` contradicts what came before it, before anything of it is in the views.
    ///
    /// - Throws: ``ViewError`` with code `unappliable` where it does.
    func check(_ recorded: RecordedEvent, in batch: Batch) throws {
        switch recorded.event {
        case .articleReceived(let received): try check(received, recorded, in: batch)
        case .actorNamed(let named):
            if try parties(before: recorded, in: batch)[named.label] != nil {
                throw recorded.unappliable("its reading names \(named.label) twice")
            }
        case .pledgeStated(let pledge), .requestStated(let pledge):
            try check(pledge.by + pledge.to + (pledge.speaker.map { [$0] } ?? []), recorded, in: batch)
        case .happeningReported(let happening): try check(happening.actors, recorded, in: batch)
        case .articleRead: _ = try article(of: recorded, in: batch)
        case .articleRedacted: _ = try article(of: recorded, in: batch)
        case .articleDuplicated(let duplicated):
            if try batch.article(duplicated.original) == nil {
                throw recorded.unappliable(
                    "it refers to article \(duplicated.original), which no event before it let in"
                )
            }
        case .decided(let decision): try check(decision, recorded, in: batch)
        case .unknown(let event): throw recorded.unappliable(event.reason)
        case .articleRejected: break
        }
    }

    private func check(_ received: ArticleReceived, _ recorded: RecordedEvent, in batch: Batch) throws {
        if let revised = received.revises, try batch.article(revised) == nil {
            throw recorded.unappliable("it revises article \(revised), which no event before it let in")
        }
        if try batch.article(received.article.id) != nil {
            throw recorded.unappliable("article \(received.article.id) was let in before")
        }
    }

    private func check(_ labels: [ActorLabel], _ recorded: RecordedEvent, in batch: Batch) throws {
        let parties = try parties(before: recorded, in: batch)
        for label in labels where parties[label] == nil {
            throw recorded.unappliable("its reading has named no actor \(label)")
        }
    }

    private func check(_ decision: Decision, _ recorded: RecordedEvent, in batch: Batch) throws {
        let finder = try FactFinder(database: batch.database)
        for fact in decision.references.map({ recordedOffset($0.position) })
        where try !finder.exists(fact, asTelling: decision.isAboutPledges) {
            let noun = decision.isAboutPledges ? "states a pledge" : "names an actor"
            throw recorded.unappliable("no event at position \(fact) \(noun)")
        }
    }

    /// The article that `recorded` is about.
    private func article(of recorded: RecordedEvent, in batch: Batch) throws -> KnownArticle {
        guard let id = recorded.article else { throw recorded.unappliable("it names no article") }
        guard let article = try batch.article(id) else {
            throw recorded.unappliable("no event before it let in article \(id)")
        }
        return article
    }

    /// Who is named in the reading that takes `recorded` in; nobody where it opens one.
    private func parties(
        before recorded: RecordedEvent,
        in batch: Batch
    ) throws -> [ActorLabel: OpenReading.Party] {
        if try article(of: recorded, in: batch).openReading == nil { return [:] }
        try takeUpReading(of: recorded, in: batch)
        return try batch.reading(of: recorded).parties
    }
}
