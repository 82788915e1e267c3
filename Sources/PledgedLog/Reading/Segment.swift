import PledgedCore
import Synchronization
import SystemPackage

/// One file of the log, for reading.
final class Segment: Sendable {
    let name: SegmentName
    /// Where the segment before ended.
    let before: HashChain
    let redactions: Redactions
    /// Nil until the segment's chain has been checked.
    private let index: Mutex<SparseIndex?>

    init(_ name: SegmentName, after before: HashChain, index: SparseIndex?, redactions: Redactions) {
        self.redactions = redactions
        self.name = name
        self.before = before
        self.index = Mutex(index)
    }

    /// Notes entries that have become durable in the segment that is being written, the first of them at `offset`.
    func add(_ entries: [CommittedEntry], at offset: UInt64) {
        index.withLock { index in
            var offset = offset
            for entry in entries {
                index?.add(entry.position, at: offset)
                offset += UInt64(entry.lineLength)
            }
        }
    }

    /// Where to begin reading for the entry that holds `position`, after checking the segment's chain if nobody has yet.
    func offset(before position: LogPosition, in file: any LogFile, path: String) throws(LogError) -> UInt64? {
        if let index = index.withLock({ $0 }) { return index.offset(before: position) }
        // Two readers may do this at once: they find the same.
        let length = try reading(path) { () throws(Errno) in try file.length() }
        var walk = SegmentWalk(file, path: path, length: length, after: before, redactions: redactions)
        if let fault = try walk.run() { throw LogError(walk.damage(fault)) }
        index.withLock { $0 = walk.index }
        return walk.index.offset(before: position)
    }
}
