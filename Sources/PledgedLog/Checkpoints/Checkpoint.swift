import FoundationEssentials
public import PledgedCore

/// What a log was at a time, signed: nothing before its position can be changed or cut off without showing.
public struct Checkpoint: Hashable, Codable, Sendable {
    /// Of the next event, when it was signed.
    public let position: LogPosition
    /// How many entries the log had.
    public let entries: UInt64
    /// The chain's hash of the last of them: 64 hexadecimal digits.
    public let hash: String
    /// Of the Merkle tree over the hashes of all of them: 64 hexadecimal digits.
    public let root: String
    /// The tree's right edge, from which ``root`` follows and the tree grows on.
    public let peaks: [String]
    /// When it was signed.
    public let time: Timestamp
    /// The public key: 64 hexadecimal digits.
    public let key: String
    /// Ed25519 over ``message``: 128 hexadecimal digits.
    public let signature: String

    /// Signs what the log is.
    init(_ chain: HashChain, _ frontier: MerkleFrontier, time: Timestamp, key: LogKey) throws(LogError) {
        position = chain.position
        entries = frontier.count
        hash = chain.hash.description
        root = Hexadecimal.text(frontier.root)
        peaks = frontier.peaks.map { Hexadecimal.text($0) }
        self.time = time
        self.key = key.publicKey.hexadecimal
        signature = Hexadecimal.text(
            try key.sign(Self.message(chain.position, frontier.count, chain.hash.description, root, time))
        )
    }

    /// What is signed: six lines of text.
    public var message: [UInt8] { Self.message(position, entries, hash, root, time) }

    private static func message(
        _ position: LogPosition,
        _ entries: UInt64,
        _ hash: String,
        _ root: String,
        _ time: Timestamp
    ) -> [UInt8] {
        Array(
            """
            pledged checkpoint 1
            position \(position.offset)
            entries \(entries)
            hash \(hash)
            root \(root)
            time \(time)

            """.utf8
        )
    }

    /// Whether the key that it names has signed it.
    public var isSigned: Bool {
        guard let signature = Hexadecimal.bytes(signature, count: 64) else { return false }
        do throws(LogKeyError) {
            return try LogPublicKey(parsing: key).isValid(signature, for: message)
        } catch {
            return false
        }
    }

    /// The tree up to here; nil where its right edge does not lead to the signed root.
    var frontier: MerkleFrontier? {
        let nodes = peaks.compactMap { Hexadecimal.bytes($0, count: 32) }
        guard nodes.count == peaks.count, let frontier = MerkleFrontier(count: entries, peaks: nodes),
            Hexadecimal.text(frontier.root) == root
        else { return nil }
        return frontier
    }

    /// One line of JSON, without its line feed.
    func line() throws(LogError) -> [UInt8] {
        do {
            return Array(try EventCoding.encode(self))
        } catch {
            throw LogError(code: .unencodable, message: "A checkpoint has no JSON: \(error).")
        }
    }

    /// Reads one line.
    ///
    /// - Parameter line: JSON.
    /// - Throws: ``CheckpointFault``.
    public init(line: some Sequence<UInt8>) throws(CheckpointFault) {
        do {
            self = try EventCoding.decode(Checkpoint.self, from: Data(line))
        } catch {
            throw CheckpointFault(what: "the line is no checkpoint (\(error))")
        }
        guard frontier != nil else { throw CheckpointFault(what: "its peaks do not lead to its root") }
        guard isSigned else { throw CheckpointFault(what: "its signature is not that of its key") }
    }
}

/// Why a line is no checkpoint, or not one of this log, as the end of a sentence.
public struct CheckpointFault: Error, Hashable, Sendable, CustomStringConvertible {
    public let what: String
    public var description: String { what }
}
