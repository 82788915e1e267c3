internal import PledgedCore

/// Reads the log up to a position, in batches, and has each applied while the next one is read.
struct CatchUp {
    /// Events that are asked for, and applied, at a time.
    static let eventsMax = 4_096

    let apply: @Sendable ([RecordedEvent]) async throws -> Void

    /// Applies what `reading` gives from `start` until `end`, and returns the position reached: `end` or `start`,
    /// whichever is later.
    func run(
        from start: LogPosition,
        until end: LogPosition,
        reading: (LogPosition, Int) async throws -> [RecordedEvent]
    ) async throws -> LogPosition {
        var position = start
        var events: [RecordedEvent] = []
        repeat {
            try Task.checkCancellation()
            let batch = events
            async let applied: Void = apply(batch)
            let next = try await position < end ? read(from: position, until: end, reading) : []
            try await applied
            events = next
            position = next.last?.position.next ?? position
        } while !events.isEmpty
        return position
    }

    private func read(
        from position: LogPosition,
        until end: LogPosition,
        _ reading: (LogPosition, Int) async throws -> [RecordedEvent]
    ) async throws -> [RecordedEvent] {
        let countMax = Int(clamping: min(end.offset - position.offset, UInt64(Self.eventsMax)))
        let events = try await reading(position, countMax)
        if events.isEmpty { throw ViewError.logEnded(at: position, before: end) }
        return events
    }
}

extension ViewError {
    static func logEnded(at position: LogPosition, before end: LogPosition) -> ViewError {
        ViewError(
            code: .logEnded,
            message: "The log ends before position \(position), but the views were to be rebuilt until \(end). "
                + "The views stay as they were; verify the log.",
            position: position
        )
    }
}
