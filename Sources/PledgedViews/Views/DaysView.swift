internal import GRDB
internal import PledgedCore

/// On which day, by the daemon's clock, which events were recorded.
struct DaysView: View {
    static let schema = """
        CREATE TABLE days (
            -- The days on which events were recorded, UTC, each with the first of them; a clock set back adds none.
            day TEXT PRIMARY KEY,  -- ISO 8601
            first_position INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX days_by_position ON days (first_position);
        """

    func apply(_ recorded: RecordedEvent, in batch: Batch) throws {
        let day = recorded.recorded.date
        if let last = try batch.lastDay(), last >= day { return }
        try batch.run(
            "INSERT INTO days (day, first_position) VALUES (?, ?)",
            day.description,
            recordedOffset(recorded.position)
        )
        batch.begin(day)
    }

    func withdraw(article: Int64, at position: Int64, in batch: Batch) throws {}
}
