internal import GRDB
internal import PledgedCore

/// Applies the log to views up to a position, in batches.
struct CatchUp {
    /// Events held at a time, and applied in one transaction.
    static let eventsMax = 512

    let writer: any DatabaseWriter
    let projection = Projection()
    private let memory = ViewMemory()

    init(writer: any DatabaseWriter) { self.writer = writer }

    /// Applies what `reading` gives from `start` until `end`, and returns the position reached: `end` or `start`,
    /// whichever is later.
    func run(
        from start: LogPosition,
        until end: LogPosition,
        reading: (LogPosition, Int) async throws -> [RecordedEvent]
    ) async throws -> LogPosition {
        var position = start
        while position < end {
            try Task.checkCancellation()
            let countMax = Int(clamping: min(end.offset - position.offset, UInt64(Self.eventsMax)))
            let events = try await reading(position, countMax)
            guard let last = events.last else { throw ViewError.logEnded(at: position, before: end) }
            try await apply(events)
            position = last.position.next
        }
        return position
    }

    private func apply(_ events: [RecordedEvent]) async throws {
        do {
            try await writer.write { [projection, memory] database in
                try projection.apply(events, to: database, remembering: memory)
            }
        } catch let error as DatabaseError {
            throw ViewError(error, at: writer.path)
        }
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
