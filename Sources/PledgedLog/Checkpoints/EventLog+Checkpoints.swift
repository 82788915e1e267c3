import PledgedCore

extension EventLog {
    /// Makes sure that the log still holds what its last checkpoint says.
    ///
    /// - Throws: ``LogError`` with code `damaged` where the log's end was cut off, or its past exchanged.
    nonisolated func checkLastCheckpoint() async throws(LogError) {
        guard let last = try CheckpointFile.read(storage).checkpoints.last else { return }
        if let what = try await contradiction(to: last) {
            let file = storage.path(CheckpointFile.name)
            throw LogError(
                code: .damaged,
                message: """
                    The checkpoint of \(last.time) in '\(file)' says that the log reached position \
                    \(last.position.offset), but \(what). Nothing was changed. Put back a whole copy of the log \
                    ('pledgectl log repair' takes what is missing from one); or, if you know why its end is gone, as \
                    after going back to an older backup, move '\(file)' away, and the log goes on from where it is.
                    """,
                damage: LogDamage(file: file, line: 0, byte: 0, what: what)
            )
        }
    }

    private nonisolated func contradiction(to checkpoint: Checkpoint) async throws(LogError) -> String? {
        if checkpoint.position > end {
            return "the log ends at position \(end.offset): its end was cut off"
        }
        guard checkpoint.position.offset > 0 else { return nil }
        let before = LogPosition(offset: checkpoint.position.offset - 1)
        guard let entry = try await entries(from: before, countMax: 1).first else { return nil }
        let isSame = entry.hash == checkpoint.hash && entry.position.advanced(by: entry.count) == checkpoint.position
        return isSame ? nil : "the log holds something else there: it was exchanged"
    }
}
