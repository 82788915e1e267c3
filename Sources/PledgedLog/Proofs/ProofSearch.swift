import PledgedCore

/// Goes through a log for all that a proof of one event is made of.
struct ProofSearch {
    let position: LogPosition
    /// The entry that holds the event.
    private(set) var found: EntryPlace?
    /// The entry that says that words were taken out of that one.
    private(set) var redaction: EntryPlace?
    private(set) var leaves: [MerkleTree.Node] = []
    private var previous = ChainHash.zero
    private var count: UInt64 { UInt64(leaves.count) }

    init(position: LogPosition) { self.position = position }

    /// Takes all entries that the checkpoint counts.
    ///
    /// - Throws: ``LogError`` with code `damaged`, also where there are not as many, or `unreadable`.
    mutating func run(
        in storage: FolderStorage,
        until checkpoint: Checkpoint,
        _ redactions: Redactions
    ) throws(LogError) {
        var chain = HashChain.start
        for name in try storage.segmentNames() where count < checkpoint.entries {
            let path = storage.path(name.file)
            guard name.first == chain.position else {
                throw LogError(.gap(before: path, first: name.first, expected: chain.position))
            }
            let (file, length) = try storage.open(name, for: .reading)
            var walk = SegmentWalk(file, path: path, length: length, after: chain, redactions: redactions)
            let fault = try walk.run { frame in
                if count < checkpoint.entries { take(frame) }
            }
            chain = walk.chain
            // What is being written, or was torn, lies behind every checkpoint.
            if let fault, count < checkpoint.entries { throw LogError(walk.damage(fault)) }
        }
        if count < checkpoint.entries { throw LogError(.uncounted(checkpoint, in: storage)) }
    }

    private mutating func take(_ frame: EntryFrame) {
        let place = EntryPlace(frame: frame, previous: previous, index: leaves.count)
        if frame.position <= position, position < frame.end {
            found = place
        } else if let found, redaction == nil, isRedaction(frame, of: found.frame) {
            redaction = place
        }
        leaves.append(MerkleTree.leaf(frame.hash))
        previous = frame.hash
    }

    private func isRedaction(_ frame: EntryFrame, of found: EntryFrame) -> Bool {
        // Each has an entry to itself.
        guard found.redaction != .none, frame.count == 1, frame.events.suffix(60).holds(Self.mark) else { return false }
        do throws(LogError) {
            return try frame.event(redacting: found) != nil
        } catch {
            // It says nothing to this version.
            return false
        }
    }

    private static let mark = Array("article.redacted".utf8)
}

extension LogDamage {
    /// A checkpoint counts more entries than there are.
    static func uncounted(_ checkpoint: Checkpoint, in storage: FolderStorage) -> LogDamage {
        LogDamage(
            file: storage.path(CheckpointFile.name),
            line: 0,
            byte: 0,
            what: "the log does not hold the entries that the checkpoint of \(checkpoint.time) counts"
        )
    }
}
