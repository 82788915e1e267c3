public import FoundationEssentials
public import PledgedCore

/// All that it takes to see that one event stands in a log that a key has signed for: no log, no daemon.
///
/// The entry's hash follows from its text and the hash before it; the tree's root from that hash and the path; and the
/// checkpoint vouches for the root. Where words were taken out of the entry, its hash follows from its text no more: then
/// the event that says so vouches for the text, and is proved by the same checkpoint.
public struct EventProof: Hashable, Codable, Sendable {
    /// 1, or 2 where words were taken out.
    public let version: Int
    /// Of the event.
    public let position: LogPosition
    /// The entry that holds it, as it stands in the log: JSON.
    public let entry: String
    /// The hash of the entry before it; nil where words were taken out.
    public let previous: String?
    /// Which entry of the log it is, counted from 0.
    public let index: UInt64
    /// The nodes of the Merkle tree that lead from the entry to the checkpoint's root, lowest first.
    public let path: [String]
    public let checkpoint: Checkpoint
    /// Where words were taken out of the entry; nil otherwise.
    public let redaction: RedactionProof?

    /// What a proof shows.
    public struct Finding: Hashable, Sendable {
        public let event: RecordedEvent
        /// The event that says who took words out of this one, and why; nil where it is as it was written.
        public let redacted: RecordedEvent?
        /// When the checkpoint was signed: the event was in the log by then.
        public let signed: Timestamp
    }

    /// Checks every step, and that `key` signed the last.
    ///
    /// - Parameter key: Of whoever keeps the log, got from somewhere else than the proof.
    /// - Returns: The event, which is in the log.
    /// - Throws: ``ProofFault`` with the first step that does not hold.
    public func check(by key: LogPublicKey) throws(ProofFault) -> Finding {
        guard version == (redaction == nil ? 1 : 2) else {
            throw ProofFault(what: "it has form \(version), and this program knows forms 1 and 2")
        }
        guard checkpoint.key == key.hexadecimal else {
            throw ProofFault(what: "its checkpoint is signed with another key, \(checkpoint.key)")
        }
        guard checkpoint.isSigned else { throw ProofFault(what: "the signature of its checkpoint is wrong") }
        guard let hash else { throw ProofFault(what: "it holds something else than hashes") }
        try checkpoint.check(hash, at: index, path)
        let event = try event(hash)
        let redacted = try redaction?.check(try frame(hash), checkpoint)
        return Finding(event: event, redacted: redacted, signed: checkpoint.time)
    }

    /// Of the entry, as it stands at the head of its line.
    private var hash: ChainHash? {
        if let redaction { return ChainHash(Array(redaction.hash.utf8)[...]) }
        return previous.flatMap { ChainHash(Array($0.utf8)[...]) }?.next(Array(entry.utf8)[...])
    }

    private func event(_ hash: ChainHash) throws(ProofFault) -> RecordedEvent {
        let frame = try frame(hash)
        do throws(LogError) {
            return try EventLog.decode(frame)[Int(position.offset - frame.position.offset)]
        } catch {
            throw ProofFault(what: "its entry cannot be read: \(error.message)")
        }
    }

    /// The entry taken apart.
    private func frame(_ hash: ChainHash) throws(ProofFault) -> EntryFrame {
        guard let frame = EntryFrame(line: (hash.digits + Array(" \(entry)".utf8))[...]),
            frame.position <= position, position < frame.end
        else { throw ProofFault(what: "its entry does not hold position \(position.offset)") }
        return frame
    }

    /// One line of JSON with its line feed.
    public func json() throws -> Data { try EventCoding.encode(self) + [LineReader.lineFeed] }

    /// Reads what ``json()`` writes.
    public init(json: Data) throws(ProofFault) {
        do {
            self = try EventCoding.decode(EventProof.self, from: json)
        } catch {
            throw ProofFault(what: "it is not one (\(error))")
        }
    }

    /// - Parameters:
    ///   - place: Of the entry that holds the event.
    ///   - position: Of the event.
    ///   - leaves: All that the checkpoint counts.
    ///   - checkpoint: Covers both.
    ///   - redaction: Where the entry's redaction is told of, if it has one.
    init(
        _ place: EntryPlace,
        _ position: LogPosition,
        _ leaves: ArraySlice<MerkleTree.Node>,
        _ checkpoint: Checkpoint,
        redaction: EntryPlace?
    ) {
        version = redaction == nil ? 1 : 2
        self.position = position
        entry = place.entry
        previous = redaction == nil ? place.previous.description : nil
        index = UInt64(place.index)
        path = place.path(in: leaves)
        self.checkpoint = checkpoint
        self.redaction = redaction.map { RedactionProof(of: place, by: $0, leaves) }
    }
}

extension Checkpoint {
    /// Makes sure that the entry with that hash is the one that was counted there when this was signed.
    func check(_ hash: ChainHash, at index: UInt64, _ path: [String]) throws(ProofFault) {
        let nodes = path.compactMap { Hexadecimal.bytes($0, count: 32) }
        guard nodes.count == path.count else { throw ProofFault(what: "it holds something else than hashes") }
        let top = MerkleTree.root(of: MerkleTree.leaf(hash), at: index, of: entries, path: nodes)
        guard let top, Hexadecimal.text(top) == root else {
            throw ProofFault(what: "its entry is not one of those that the checkpoint vouches for")
        }
    }
}

/// Why a proof proves nothing, as the end of a sentence.
public struct ProofFault: Error, Hashable, Sendable, CustomStringConvertible {
    public let what: String
    public var description: String { what }
}
