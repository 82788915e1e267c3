internal import GRDB
internal import PledgedCore

/// All views over one database, folded together.
struct Projection: Sendable {
    let views: [any View] = [
        // Articles after whoever looks at the reading that ends: they put it down.
        DaysView(), ActorsView(), DecisionsView(), ArticlesView(), PledgesView(), TimelineView(), OutcomesView(),
        SearchView(),
    ]

    /// Makes the tables, with a checkpoint at the log's start.
    func create(in database: Database) throws { try Schema.create(views, in: database) }

    /// Everything before this position is in the views.
    func position(in database: Database) throws -> LogPosition {
        let sql = "SELECT position FROM checkpoint"
        guard let offset = try Int64.fetchOne(database.cachedStatement(sql: sql)), offset >= 0 else {
            throw ViewError(code: .damaged, message: "The views have lost their checkpoint. Rebuild them from the log.")
        }
        return LogPosition(offset: UInt64(offset))
    }

    /// Folds `events` in and moves the checkpoint; the caller's transaction makes both one.
    ///
    /// An event that contradicts what came before it goes into ``Quarantine``; the others are applied as if it were not
    /// there.
    ///
    /// - Parameters:
    ///   - events: The next events of the log, without a gap.
    ///   - database: Where the views lie, in a transaction.
    ///   - memory: Of whoever wrote the views before; it is emptied where this throws.
    /// - Throws: What keeps the database from being written; nothing is changed then, once the transaction is undone.
    func apply(
        _ events: some Collection<RecordedEvent>,
        to database: Database,
        remembering memory: ViewMemory
    ) throws {
        let end = try Self.end(of: events, from: position(in: database))
        try fold(Array(events)[...], into: database, memory)
        try move(to: end, in: database)
    }

    /// Moves the checkpoint.
    func move(to position: LogPosition, in database: Database) throws {
        try database.execute(sql: "UPDATE checkpoint SET position = ?", arguments: [recordedOffset(position)])
    }

    /// Where `events` end, which must begin at `position` and have no gap.
    static func end(
        of events: some Collection<RecordedEvent>,
        from position: LogPosition
    ) throws(ViewError) -> LogPosition {
        var position = position
        for recorded in events {
            guard recorded.position == position else { throw ViewError.gap(at: position, found: recorded.position) }
            position = position.next
        }
        return position
    }

    /// Applies `events` together or, where one of them cannot be, in halves, until that one is alone.
    private func fold(_ events: ArraySlice<RecordedEvent>, into database: Database, _ memory: ViewMemory) throws {
        do {
            try database.inSavepoint {
                let batch = Batch(database, memory)
                for recorded in events {
                    try check(recorded, in: batch)
                    try apply(recorded, in: batch)
                }
                try batch.finish()
                return .commit
            }
        } catch {
            memory.forget()
            guard let reason = Quarantine.reason(error) else { throw error }
            if events.count == 1, let recorded = events.first {
                return try Quarantine.add(recorded, because: reason, to: database)
            }
            let middle = events.startIndex + events.count / 2
            try fold(events[..<middle], into: database, memory)
            try fold(events[middle...], into: database, memory)
        }
    }

    /// Folds one event in that passed ``check(_:in:)``; where this throws, part of it may be in the views.
    func apply(_ recorded: RecordedEvent, in batch: Batch) throws {
        switch recorded.event {
        case .articleReceived(let received):
            if let revised = received.revises { try supersede(revised, by: recorded, in: batch) }
        case .actorNamed, .pledgeStated, .requestStated, .happeningReported, .articleRead:
            try takeUpReading(of: recorded, in: batch)
        case .decided: try batch.putDown()
        case .articleDuplicated, .articleRejected, .articleRedacted, .unknown: break
        }
        for view in views { try view.apply(recorded, in: batch) }
    }

    /// Takes up the reading that a fact is part of.
    ///
    /// A fact after a complete reading opens the next one, which replaces what the earlier ones found.
    func takeUpReading(of recorded: RecordedEvent, in batch: Batch) throws {
        guard let article = recorded.article else { throw recorded.unappliable("it names no article") }
        try batch.takeUp(article) {
            try Readings.current(of: article, for: recorded, in: batch) {
                try withdraw($0, recorded, in: batch)
            }
        }
    }

    private func supersede(_ revised: ArticleID, by recorded: RecordedEvent, in batch: Batch) throws {
        guard let article = try batch.article(revised) else { return }
        try batch.putDown()
        try withdraw(article.position, recorded, in: batch)
        batch.memory.change(revised) { $0.isSuperseded = true }
    }

    private func withdraw(_ article: Int64, _ recorded: RecordedEvent, in batch: Batch) throws {
        try batch.flush()
        for view in views { try view.withdraw(article: article, at: recordedOffset(recorded.position), in: batch) }
    }
}

/// A position as SQLite keeps it.
func recordedOffset(_ position: LogPosition) -> Int64 { Int64(clamping: position.offset) }

extension ViewError {
    static func gap(at position: LogPosition, found: LogPosition) -> ViewError {
        ViewError(
            code: .notContiguous,
            message: "The views end before position \(position), but were given position \(found). Apply the events "
                + "from position \(position) on.",
            position: found
        )
    }
}

extension ViewError {
    static func outdated(by recorded: RecordedEvent) -> ViewError {
        ViewError(
            code: .outdated,
            message: "The event at position \(recorded.position.offset) took words out of the log that the views "
                + "still have. Rebuild them from the log.",
            position: recorded.position
        )
    }
}

extension RecordedEvent {
    /// The error that says why the event contradicts what came before it, by which it goes into ``Quarantine``.
    func unappliable(_ reason: String) -> ViewError {
        ViewError(
            code: .unappliable,
            message: "Cannot apply \(event.name.rawValue) at position \(position.offset): \(reason).",
            position: position
        )
    }
}
