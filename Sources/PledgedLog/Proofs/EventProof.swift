public import FoundationEssentials
public import PledgedCore

/// All that it takes to see that one event stands in a log that a key has signed for: no log, no daemon.
///
/// The entry's hash follows from its text and the hash before it; the tree's root from that hash and the path; and the
/// checkpoint vouches for the root.
public struct EventProof: Hashable, Codable, Sendable {
    /// Of this form.
    public static let version = 1

    public let version: Int
    /// Of the event.
    public let position: LogPosition
    /// The entry that holds it, as it stands in the log: JSON.
    public let entry: String
    /// The hash of the entry before it.
    public let previous: String
    /// Which entry of the log it is, counted from 0.
    public let index: UInt64
    /// The nodes of the Merkle tree that lead from the entry to the checkpoint's root, lowest first.
    public let path: [String]
    public let checkpoint: Checkpoint

    /// What a proof shows.
    public struct Finding: Hashable, Sendable {
        public let event: RecordedEvent
        /// When the checkpoint was signed: the event was in the log by then.
        public let signed: Timestamp
    }

    /// Checks every step, and that `key` signed the last.
    ///
    /// - Parameter key: Of whoever keeps the log, got from somewhere else than the proof.
    /// - Returns: The event, which is in the log.
    /// - Throws: ``ProofFault`` with the first step that does not hold.
    public func check(by key: LogPublicKey) throws(ProofFault) -> Finding {
        guard version == Self.version else {
            throw ProofFault(what: "it has form \(version), and this program knows form \(Self.version)")
        }
        guard checkpoint.key == key.hexadecimal else {
            throw ProofFault(what: "its checkpoint is signed with another key, \(checkpoint.key)")
        }
        guard checkpoint.isSigned else { throw ProofFault(what: "the signature of its checkpoint is wrong") }
        let nodes = path.compactMap { Hexadecimal.bytes($0, count: 32) }
        guard let before = ChainHash(Array(previous.utf8)[...]), nodes.count == path.count else {
            throw ProofFault(what: "it holds something else than hashes")
        }
        let hash = before.next(Array(entry.utf8)[...])
        let root = MerkleTree.root(of: MerkleTree.leaf(hash), at: index, of: checkpoint.entries, path: nodes)
        guard let root, Hexadecimal.text(root) == checkpoint.root else {
            throw ProofFault(what: "its entry is not one of those that the checkpoint vouches for")
        }
        return Finding(event: try event(hash), signed: checkpoint.time)
    }

    private func event(_ hash: ChainHash) throws(ProofFault) -> RecordedEvent {
        guard let frame = EntryFrame(line: (hash.digits + Array(" \(entry)".utf8))[...]),
            frame.position <= position, position < frame.end
        else { throw ProofFault(what: "its entry does not hold position \(position.offset)") }
        do throws(LogError) {
            return try EventLog.decode(frame)[Int(position.offset - frame.position.offset)]
        } catch {
            throw ProofFault(what: "its entry cannot be read: \(error.message)")
        }
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

    init(_ frame: EntryFrame, _ position: LogPosition, previous: ChainHash, _ leaf: Leaf, _ checkpoint: Checkpoint) {
        version = Self.version
        self.position = position
        entry = String(decoding: frame.json, as: UTF8.self)
        self.previous = previous.description
        index = UInt64(leaf.index)
        path = MerkleTree.path(to: leaf.index, in: leaf.leaves).map { Hexadecimal.text($0) }
        self.checkpoint = checkpoint
    }

    /// An entry's place among all that the checkpoint counts.
    struct Leaf {
        let index: Int
        let leaves: ArraySlice<MerkleTree.Node>
    }
}

/// Why a proof proves nothing, as the end of a sentence.
public struct ProofFault: Error, Hashable, Sendable, CustomStringConvertible {
    public let what: String
    public var description: String { what }
}
