import PledgedLanguage

/// Weights of an averaged perceptron over three moves: a ``PerceptronTable`` for few classes, many features and much use.
///
/// A feature's weights lie with its key in half a cache line. Beside them runs the sum of each update times the step at
/// which it was made: weights less that sum over the number of steps are the average (Daumé 2006).
@safe
final class MoveTable {
    private struct Row {
        var weights = SIMD4<Int32>(repeating: 0)
        /// 0 for a free row.
        var key: UInt64 = 0
        var updates: UInt32 = 0
    }

    private var rows: UnsafeMutablePointer<Row>
    private var sums: UnsafeMutablePointer<SIMD4<Int64>>
    private var capacity: Int
    private(set) var rowCount = 0
    private(set) var step: Int64 = 0
    /// Whether it takes no new features any more.
    private var isClosed = false

    init(capacityLog2: Int = 20) {
        capacity = 1 << capacityLog2
        unsafe (rows, sums) = Self.allocate(capacity)
    }

    /// A table with the same weights, to learn on with; its average begins anew.
    func copy() -> MoveTable { MoveTable(copying: self) }

    private init(copying other: MoveTable) {
        capacity = other.capacity
        unsafe (rows, sums) = Self.allocate(capacity)
        unsafe rows.update(from: other.rows, count: capacity)
        (rowCount, isClosed) = (other.rowCount, other.isClosed)
    }

    deinit {
        unsafe rows.deallocate()
        unsafe sums.deallocate()
    }

    private static func allocate(
        _ capacity: Int
    ) -> (UnsafeMutablePointer<Row>, UnsafeMutablePointer<SIMD4<Int64>>) {
        let rows = UnsafeMutablePointer<Row>.allocate(capacity: capacity)
        let sums = UnsafeMutablePointer<SIMD4<Int64>>.allocate(capacity: capacity)
        unsafe rows.initialize(repeating: Row(), count: capacity)
        unsafe sums.initialize(repeating: SIMD4(repeating: 0), count: capacity)
        return unsafe (rows, sums)
    }

    /// Call once for each decision, whether it was right or wrong.
    func advance() { step += 1 }

    /// The sums of the weights of all keys.
    func scores(_ keys: UnsafeBufferPointer<UInt64>) -> SIMD4<Int32> {
        var scores = SIMD4<Int32>(repeating: 0)
        for index in 0..<keys.count {
            let key = unsafe keys[index]
            let wanted = Self.stored(key)
            let row = unsafe rows[first(wanted)]
            // Most keys lie in their first place or nowhere. Which, nobody can foresee, so it takes no branch.
            let isHere: Int32 = row.key == wanted ? -1 : 0
            scores &+= row.weights & SIMD4(repeating: isHere)
            if min(row.key ^ wanted, row.key) != 0 { unsafe scores &+= rows[place(key)].weights }
        }
        return scores
    }

    /// Adds `change` to the weights of every key.
    func update(_ keys: UnsafeBufferPointer<UInt64>, by change: SIMD4<Int32>) {
        if !isClosed && (rowCount + keys.count) * 3 > capacity { resize(to: capacity * 2, updatesMin: 0) }
        let sum = SIMD4<Int64>(truncatingIfNeeded: change) &* step
        for index in 0..<keys.count {
            let key = unsafe keys[index]
            let place = self.place(key)
            if unsafe rows[place].key == 0 {
                if isClosed { continue }
                unsafe rows[place].key = Self.stored(key)
                rowCount += 1
            }
            unsafe rows[place].weights &+= change
            unsafe rows[place].updates += 1
            unsafe sums[place] &+= sum
        }
    }

    /// Forgets all but the `countMax` features that were changed most often, and takes no new ones from now on: what is
    /// learnt further makes up for what was lost.
    func close(keeping countMax: Int) {
        let counts = (0..<capacity).compactMap { place -> UInt32? in
            let row = unsafe rows[place]
            return row.key == 0 ? nil : row.updates
        }
        // Those that were changed as often as the first that finds no room are left out with it.
        let limit = counts.count > countMax ? counts.sorted(by: >)[countMax] + 1 : 0
        resize(to: capacity, updatesMin: limit)
        isClosed = true
    }

    /// The averages of the weights over all steps, a weight a move; sorted by key.
    func averages() -> [(key: UInt64, weights: SIMD4<Double>)] {
        var result: [(key: UInt64, weights: SIMD4<Double>)] = []
        for place in 0..<capacity {
            let row = unsafe rows[place]
            guard row.key != 0 else { continue }
            let sum = unsafe sums[place]
            var averages = SIMD4<Double>(repeating: 0)
            for index in 0..<3 {
                averages[index] = Double(row.weights[index]) - Double(sum[index]) / Double(max(step, 1))
            }
            result.append((row.key, averages))
        }
        return result.sorted { $0.key < $1.key }
    }

    /// 0 marks free rows, so the key 0 shares the row of 1.
    @inline(__always)
    private static func stored(_ key: UInt64) -> UInt64 { key == 0 ? 1 : key }

    @inline(__always)
    private func first(_ key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 24) & (capacity - 1) }

    /// The row of the key, or the free one where it would lie.
    @inline(__always)
    private func place(_ key: UInt64) -> Int {
        let wanted = Self.stored(key)
        var place = first(wanted)
        while unsafe rows[place].key != wanted && rows[place].key != 0 { place = (place + 1) & (capacity - 1) }
        return place
    }

    /// Moves the rows to a table of another size; those that were changed less often are left behind.
    private func resize(to newCapacity: Int, updatesMin: UInt32) {
        let (oldRows, oldSums, oldCapacity) = unsafe (rows, sums, capacity)
        capacity = newCapacity
        rowCount = 0
        unsafe (rows, sums) = Self.allocate(capacity)
        for old in 0..<oldCapacity where unsafe oldRows[old].key != 0 && oldRows[old].updates >= updatesMin {
            let place = unsafe place(oldRows[old].key)
            unsafe rows[place] = oldRows[old]
            unsafe sums[place] = oldSums[old]
            rowCount += 1
        }
        unsafe oldRows.deallocate()
        unsafe oldSums.deallocate()
    }
}
