import PledgedCore

/// Where in a segment entries begin: one in every ``interval`` bytes, so that memory hardly grows with the log.
struct SparseIndex: Hashable, Sendable {
    static let interval: UInt64 = 64 << 10

    private(set) var positions: [LogPosition] = []
    private(set) var offsets: [UInt64] = []

    /// Notes an entry if it is far enough from the last one noted; entries come in order.
    mutating func add(_ position: LogPosition, at offset: UInt64) {
        if let last = offsets.last, offset < last + Self.interval { return }
        positions.append(position)
        offsets.append(offset)
    }

    /// Where to begin reading for the entry that holds `position`.
    ///
    /// At least one entry lies between there and the one that is wanted, whose hash it takes to check the wanted one;
    /// nil means the start of the segment.
    func offset(before position: LogPosition) -> UInt64? {
        var (low, high) = (0, positions.count)
        while low < high {
            let middle = (low + high) / 2
            if positions[middle] <= position { low = middle + 1 } else { high = middle }
        }
        // `low - 1` may be the wanted entry itself.
        return low >= 2 ? offsets[low - 2] : nil
    }
}
