internal import GRDB
internal import PledgedCore

/// Events that could not be applied: set aside with the reason, so that those after them are.
enum Quarantine {
    static let schema = """
        CREATE TABLE quarantine (
            -- Events that could not be applied; nothing of them is in the other tables.
            position INTEGER PRIMARY KEY,
            recorded TEXT NOT NULL,  -- UTC, RFC 3339
            event TEXT NOT NULL,  -- what it is called: pledge.stated
            article TEXT,  -- the id of the article it is about
            reason TEXT NOT NULL
        ) STRICT;
        """

    /// What keeps one event from being applied, whenever that is tried; nil for trouble with the file.
    static func reason(_ error: any Error) -> String? {
        switch error {
        case let error as ViewError where error.code == .unappliable: error.message
        case let error as DatabaseError where contradictions.contains(error.resultCode):
            "It breaks a rule of the views (SQLite \(error.resultCode.rawValue): \(error.message ?? "no message"))."
        default: nil
        }
    }

    /// What SQLite says of a row that cannot be, rather than of a file or a disk.
    private static let contradictions: [ResultCode] = [
        .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG, .SQLITE_RANGE,
    ]

    static func add(_ recorded: RecordedEvent, because reason: String, to database: Database) throws {
        try database.execute(
            sql: "INSERT INTO quarantine (position, recorded, event, article, reason) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                recordedOffset(recorded.position), recorded.recorded.description, recorded.event.name.rawValue,
                recorded.article?.hexadecimal, reason,
            ]
        )
    }
}
