import PledgedCore

/// What vouches for an entry that words were taken out of, in a proof.
///
/// Its hash is that of what it held before, and is counted by the checkpoint as ever. What it holds now follows from an
/// event `article.redacted`, which names its position, hash and digest, and which the same checkpoint counts.
public struct RedactionProof: Hashable, Codable, Sendable {
    /// Of the entry that words were taken out of: that of what it held before.
    public let hash: String
    /// The entry that holds the event that says so: JSON.
    public let entry: String
    /// The hash of the entry before that.
    public let previous: String
    /// Which entry of the log it is, counted from 0.
    public let index: UInt64
    /// The nodes of the Merkle tree that lead from it to the checkpoint's root, lowest first.
    public let path: [String]

    /// - Parameters:
    ///   - place: Of the entry that words were taken out of.
    ///   - event: Of the entry that says so.
    ///   - leaves: All that the checkpoint counts.
    init(of place: EntryPlace, by event: EntryPlace, _ leaves: ArraySlice<MerkleTree.Node>) {
        hash = place.frame.hash.description
        entry = event.entry
        previous = event.previous.description
        index = UInt64(event.index)
        path = event.path(in: leaves)
    }

    /// Makes sure that the event is in the log, and speaks of this entry as it is.
    ///
    /// - Parameters:
    ///   - redacted: With ``hash`` as its hash.
    ///   - checkpoint: Whose signature holds.
    /// - Returns: The event.
    /// - Throws: ``ProofFault`` where it does not.
    func check(_ redacted: EntryFrame, _ checkpoint: Checkpoint) throws(ProofFault) -> RecordedEvent {
        let json = Array(entry.utf8)
        guard let hash = ChainHash(Array(previous.utf8)[...])?.next(json[...]) else {
            throw ProofFault(what: "it holds something else than hashes")
        }
        try checkpoint.check(hash, at: index, path)
        guard let frame = EntryFrame(line: (hash.digits + [UInt8(ascii: " ")] + json)[...]) else {
            throw ProofFault(what: "the entry that tells of its redaction is none")
        }
        do throws(LogError) {
            if let said = try frame.event(redacting: redacted) { return said }
        } catch {
            throw ProofFault(what: "the entry that tells of its redaction cannot be read: \(error.message)")
        }
        throw ProofFault(what: "no event says that its entry was redacted to what it is now")
    }
}

extension EntryFrame {
    /// The event in it that says that words were taken out of another entry, which made of that what it is.
    func event(redacting other: EntryFrame) throws(LogError) -> RecordedEvent? {
        let digest = ChainHash.digest(of: other.json)
        return try EventLog.decode(self).first { event in
            guard let redaction = event.redactions[other.position] else { return false }
            return redaction.hash == other.hash && redaction.digest == digest
        }
    }
}
