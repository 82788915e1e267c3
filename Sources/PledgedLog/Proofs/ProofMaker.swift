public import PledgedCore
import SystemPackage

/// Makes proofs from a log's files, also beside the daemon that writes them.
public enum ProofMaker {
    /// Proves that the event at `position` is in the log, by the first checkpoint that covers it.
    ///
    /// Reads the log up to that checkpoint and checks it on the way; takes 32 bytes of memory an entry.
    ///
    /// - Parameters:
    ///   - position: Of the event.
    ///   - folder: The log's.
    /// - Returns: The proof, which has been checked.
    /// - Throws: ``LogError`` with code `beyondEnd` where no checkpoint covers the position, `damaged` or `unreadable`.
    public static func proof(of position: LogPosition, folder: String) throws(LogError) -> EventProof {
        let storage = FolderStorage(folder: folder)
        let checkpoints = try CheckpointFile.read(storage).checkpoints
        guard let checkpoint = checkpoints.first(where: { $0.position > position }) else {
            throw notCovered(position, last: checkpoints.last)
        }
        let redactions = try Redactions(storage, thorough: true)
        var search = Search(position: position)
        var chain = HashChain.start
        for name in try storage.segmentNames() where search.count < checkpoint.entries {
            try walk(name, in: storage, after: &chain, &search, until: checkpoint.entries, redactions)
        }
        guard let found = search.found, UInt64(search.leaves.count) == checkpoint.entries else {
            throw LogError(
                LogDamage(
                    file: storage.path(CheckpointFile.name),
                    line: 0,
                    byte: 0,
                    what: "the log does not hold the entries that the checkpoint of \(checkpoint.time) counts"
                )
            )
        }
        if found.frame.redaction != .none {
            throw LogError(
                code: .redacted,
                message: """
                    The entry that holds position \(position.offset) was redacted: what it said when it was signed is no \
                    longer there to be proved. A proof that was made before still holds; of the redaction itself a proof \
                    can be made, at the position of its event.
                    """
            )
        }
        let leaf = EventProof.Leaf(index: found.index, leaves: search.leaves[...])
        let proof = EventProof(found.frame, position, previous: found.previous, leaf, checkpoint)
        do throws(ProofFault) {
            _ = try proof.check(by: LogPublicKey(hexadecimal: checkpoint.key))
        } catch {
            throw LogError(LogDamage(file: folder, line: 0, byte: 0, what: "a proof from it does not hold: \(error)"))
        }
        return proof
    }

    private struct Search {
        let position: LogPosition
        var leaves: [MerkleTree.Node] = []
        var previous = ChainHash.zero
        var found: (frame: EntryFrame, previous: ChainHash, index: Int)?
        var count: UInt64 { UInt64(leaves.count) }

        mutating func take(_ frame: EntryFrame) {
            if frame.position <= position, position < frame.end { found = (frame, previous, leaves.count) }
            leaves.append(MerkleTree.leaf(frame.hash))
            previous = frame.hash
        }
    }

    private static func walk(
        _ name: SegmentName,
        in storage: FolderStorage,
        after chain: inout HashChain,
        _ search: inout Search,
        until entries: UInt64,
        _ redactions: Redactions
    ) throws(LogError) {
        let path = storage.path(name.file)
        guard name.first == chain.position else {
            throw LogError(.gap(before: path, first: name.first, expected: chain.position))
        }
        let (file, length) = try storage.open(name, for: .reading)
        var walk = SegmentWalk(file, path: path, length: length, after: chain, redactions: redactions)
        let fault = try walk.run { frame in
            if search.count < entries { search.take(frame) }
        }
        chain = walk.chain
        // What is being written, or was torn, lies behind every checkpoint.
        if let fault, search.count < entries { throw LogError(walk.damage(fault)) }
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
