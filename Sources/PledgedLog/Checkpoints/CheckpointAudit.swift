import PledgedCore

/// Holds checkpoints against the entries of a log as they go by.
struct CheckpointAudit {
    private(set) var frontier = MerkleFrontier()
    /// What the first checkpoint that does not hold says, and what is wrong with it.
    private(set) var fault: String?
    /// How many held.
    private(set) var confirmed = 0
    /// By position.
    private var waiting: ArraySlice<Checkpoint>
    private let isNeeded: Bool

    init(_ checkpoints: [Checkpoint]) {
        waiting = checkpoints.sorted { $0.position < $1.position }[...]
        isNeeded = !checkpoints.isEmpty
    }

    /// Takes the next entry.
    mutating func take(_ frame: EntryFrame) {
        // Without checkpoints nobody asks for the tree, and a check of the log runs at the speed of its chain.
        guard isNeeded else { return }
        frontier.add(MerkleTree.leaf(frame.hash))
        while let checkpoint = waiting.first, checkpoint.position <= frame.end {
            waiting.removeFirst()
            let isSame =
                checkpoint.position == frame.end && checkpoint.hash == frame.hash.description
                && checkpoint.entries == frontier.count && checkpoint.root == Hexadecimal.text(frontier.root)
            if isSame {
                confirmed += 1
            } else {
                complain(of: checkpoint, "the log holds something else there")
            }
        }
    }

    /// No more entries come: checkpoints beyond were signed when there were.
    mutating func finish(at end: LogPosition) {
        guard let last = waiting.last else { return }
        complain(of: last, "the log ends at position \(end.offset): its end was cut off")
    }

    private mutating func complain(of checkpoint: Checkpoint, _ what: String) {
        let said = "The checkpoint of \(checkpoint.time) at position \(checkpoint.position.offset) does not hold: "
        if fault == nil { fault = said + what + "." }
    }
}
