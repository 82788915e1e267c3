public import PledgedCore
import SystemPackage

/// Makes proofs from a log's files, also beside the daemon that writes them.
public enum ProofMaker {
    /// Proves that the event at `position` is in the log, by the first checkpoint that covers it.
    ///
    /// Where words were taken out of its entry, it is the first that also covers the event that says so. Reads the log up
    /// to that checkpoint and checks it on the way; takes 32 bytes of memory an entry.
    ///
    /// - Parameters:
    ///   - position: Of the event.
    ///   - folder: The log's.
    /// - Returns: The proof, which has been checked.
    /// - Throws: ``LogError`` with code `beyondEnd` where no checkpoint covers the position, `damaged` or `unreadable`.
    public static func proof(of position: LogPosition, folder: String) throws(LogError) -> EventProof {
        let storage = FolderStorage(folder: folder)
        let checkpoints = try CheckpointFile.read(storage).checkpoints
        guard var checkpoint = checkpoints.first(where: { $0.position > position }), let last = checkpoints.last else {
            throw notCovered(position, last: checkpoints.last)
        }
        let redactions = try Redactions(storage, thorough: true)
        var search = ProofSearch(position: position)
        try search.run(in: storage, until: checkpoint, redactions)
        if let place = search.found, place.frame.redaction != .none {
            search = ProofSearch(position: position)
            try search.run(in: storage, until: last, redactions)
            guard let said = search.redaction else { throw redactionNotCovered(position, last: last) }
            checkpoint = checkpoints.first { $0.position > said.frame.position } ?? last
        }
        guard let place = search.found else { throw LogError(.uncounted(checkpoint, in: storage)) }
        let leaves = search.leaves.prefix(Int(clamping: checkpoint.entries))
        let proof = EventProof(place, position, leaves, checkpoint, redaction: search.redaction)
        do throws(ProofFault) {
            _ = try proof.check(by: LogPublicKey(hexadecimal: checkpoint.key))
        } catch {
            throw LogError(LogDamage(file: folder, line: 0, byte: 0, what: "a proof from it does not hold: \(error)"))
        }
        return proof
    }

    private static func redactionNotCovered(_ position: LogPosition, last: Checkpoint) -> LogError {
        LogError(
            code: .beyondEnd,
            message: """
                Words were taken out of the entry that holds position \(position.offset), and no checkpoint covers the \
                event that says so yet: the last one, of \(last.time), covers what lies before position \
                \(last.position.offset). The daemon signs one every 'log.checkpoint-seconds', and when it stops.
                """
        )
    }

    private static func notCovered(_ position: LogPosition, last: Checkpoint?) -> LogError {
        let reach =
            last.map { "The last one, of \($0.time), covers what lies before position \($0.position.offset)." }
            ?? "There is none at all: the daemon signs them with the key that 'log.key' names."
        return LogError(
            code: .beyondEnd,
            message: """
                No checkpoint of this log covers position \(position.offset). \(reach) The daemon signs one every \
                'log.checkpoint-seconds', and when it stops.
                """
        )
    }
}

extension LogStorage {
    /// Of all segments, in order.
    func segmentNames() throws(LogError) -> [SegmentName] {
        try reading(folder) { () throws(Errno) in try names() }.compactMap(SegmentName.init(file:)).sorted()
    }
}
