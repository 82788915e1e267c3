import PledgedLanguage

/// Weights of an averaged perceptron (Collins 2002): a row of classes for each feature, made when first updated.
///
/// The average is over every step, kept as Daumé (2006) does: each change is also counted in with the step at which it
/// was made. Integers throughout, so that two runs agree to the bit. Keys are kept whole: no two features share a row.
final class PerceptronTable {
    private struct Weight {
        var number: Int32
        var value: Int32
    }

    private struct Row {
        var key: UInt64
        var start = 0
        var count: UInt16 = 0
        var capacity: UInt16 = 0
        var updates: UInt32 = 0
    }

    /// Row numbers plus one, found by key; 0 is free.
    private var slots: Block<UInt32>
    private var rows: Block<Row>
    private var weights: Block<Weight>
    /// For each weight, its changes times the steps at which they were made.
    private var delays: Block<Int64>
    /// Places of weights that rows have left, by how many they held.
    private var freed: [UInt16: [Int]] = [:]
    private(set) var step: Int64 = 0

    /// - Parameter keys: features that are numbered from 0 and found by number only.
    init(numbered keys: [UInt64] = []) {
        slots = Block(repeating: 0, count: 1 << 16)
        rows = Block(capacity: max(keys.count, 1 << 10))
        weights = Block(capacity: 1 << 12)
        delays = Block(capacity: 1 << 12)
        for key in keys { rows.append(Row(key: key)) }
        numberedCount = keys.count
    }

    /// A table that has learnt the same, to learn on with; its average goes on.
    func copy() -> PerceptronTable { PerceptronTable(copying: self) }

    private init(copying other: PerceptronTable) {
        slots = other.slots.copy()
        rows = other.rows.copy()
        weights = other.weights.copy()
        delays = other.delays.copy()
        (freed, step, numberedCount, isClosed) = (other.freed, other.step, other.numberedCount, other.isClosed)
    }

    private let numberedCount: Int
    /// Whether it takes no new features any more.
    private var isClosed = false

    var rowCount: Int { rows.count }

    /// Call once for each decision, whether it was right or wrong.
    func advance() { step += 1 }

    /// Adds the weights of `key` to `scores`, one a class.
    @inline(__always)
    func add(_ key: UInt64, to scores: UnsafeMutablePointer<Int32>) {
        if let row = find(key) { unsafe add(row: row, to: scores) }
    }

    /// Adds the weights of a numbered feature to `scores`, one a class.
    @inline(__always)
    func add(row: Int, to scores: UnsafeMutablePointer<Int32>) {
        let place = rows[row]
        for index in place.start..<place.start + Int(place.count) {
            let weight = weights[index]
            unsafe scores[Int(weight.number)] &+= weight.value
        }
    }

    /// Adds `change` to the weight of `key` for the class `number`.
    func update(_ key: UInt64, class number: Int, by change: Int32) {
        if let row = find(key) ?? (isClosed ? nil : insert(key)) { update(row: row, class: number, by: change) }
    }

    /// Forgets all but the `countMax` features that were changed most often and all weights whose average is nearer to 0
    /// than `weightMin`, and takes no new ones from now on: what is learnt further makes up for what was lost.
    func close(keeping countMax: Int, weightMin: Double = 0) {
        let counts = (0..<rows.count).map { rows[$0].updates }
        close(updatesMin: counts.count > countMax ? Int(counts.sorted(by: >)[countMax]) + 1 : 1, weightMin: weightMin)
    }

    /// The same, keeping all features that were changed so often.
    func close(updatesMin: Int, weightMin: Double) {
        slots = Block(repeating: 0, count: slots.count)
        for number in 0..<rows.count {
            cut(number, weightMin: rows[number].updates >= max(updatesMin, 1) ? weightMin : .infinity)
            if number >= numberedCount, rows[number].count > 0 { place(number + 1, rows[number].key) }
        }
        isClosed = true
    }

    /// Keeps the row's weights whose averages are not too near to 0.
    private func cut(_ row: Int, weightMin: Double) {
        var kept = rows[row].start
        for index in rows[row].start..<rows[row].start + Int(rows[row].count)
        where average(index).magnitude >= weightMin {
            weights[kept] = weights[index]
            delays[kept] = delays[index]
            kept += 1
        }
        rows[row].count = UInt16(kept - rows[row].start)
    }

    /// Adds `change` to the weight of a numbered feature for the class `number`.
    func update(row: Int, class number: Int, by change: Int32) {
        rows[row].updates += 1
        guard let place = place(of: Int32(number), in: row) else { return }
        weights[place].value += change
        delays[place] += step * Int64(change)
    }

    /// Puts the averages, `scale` times, in place of the weights: no more training, but better decisions.
    func settle(scale: Double = 64) {
        for row in 0..<rows.count {
            for index in rows[row].start..<rows[row].start + Int(rows[row].count) {
                weights[index].value = Int32((average(index) * scale).rounded())
            }
        }
    }

    /// The averages over all steps, scaled to 16 bits and cut to what is worth keeping; sorted by key, then class.
    ///
    /// - Parameters:
    ///   - updatesMin: rows changed less often are left out.
    ///   - scale: the number that stands for a weight of 1; weights are cut off at what 16 bits hold.
    ///   - weightMin: averages nearer to 0, before scaling, are left out.
    /// - Returns: the rows that are worth keeping.
    func averages(
        updatesMin: Int,
        scale: Double = 64,
        weightMin: Double = 0
    ) -> [(key: UInt64, weights: [(class: UInt8, weight: Int16)])] {
        var result: [(key: UInt64, weights: [(class: UInt8, weight: Int16)])] = []
        for number in 0..<rows.count where rows[number].updates >= updatesMin {
            let row = rows[number]
            var kept: [(class: UInt8, weight: Int16)] = []
            for index in row.start..<row.start + Int(row.count) {
                let average = average(index)
                guard average.magnitude >= weightMin else { continue }
                let scaled = Int16(max(-32_767, min(32_767, (average * scale).rounded())))
                if scaled != 0 { kept.append((UInt8(weights[index].number), scaled)) }
            }
            if !kept.isEmpty { result.append((row.key, kept.sorted { $0.class < $1.class })) }
        }
        return result.sorted { $0.key < $1.key }
    }

    private func average(_ index: Int) -> Double {
        Double(weights[index].value) - Double(delays[index]) / Double(max(step, 1))
    }

    private func find(_ key: UInt64) -> Int? {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: key >> 20) & mask
        while true {
            let number = Int(slots[slot])
            if number == 0 { return nil }
            if rows[number - 1].key == key { return number - 1 }
            slot = (slot + 1) & mask
        }
    }

    private func insert(_ key: UInt64) -> Int {
        if (rows.count - numberedCount) * 2 >= slots.count { grow() }
        rows.append(Row(key: key))
        place(rows.count, key)
        return rows.count - 1
    }

    private func place(_ number: Int, _ key: UInt64) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: key >> 20) & mask
        while slots[slot] != 0 { slot = (slot + 1) & mask }
        slots[slot] = UInt32(number)
    }

    private func grow() {
        slots = Block(repeating: 0, count: slots.count * 4)
        for index in numberedCount..<rows.count { place(index + 1, rows[index].key) }
    }

    /// Where the weight of the class lies, made if it is not there; nil when no more are made.
    private func place(of number: Int32, in row: Int) -> Int? {
        let (start, count) = (rows[row].start, Int(rows[row].count))
        for index in start..<start + count where weights[index].number == number { return index }
        if isClosed { return nil }
        if count == Int(rows[row].capacity) { move(row) }
        let place = rows[row].start + count
        weights[place] = Weight(number: number, value: 0)
        delays[place] = 0
        rows[row].count += 1
        return place
    }

    /// Gives the row a place twice as large.
    private func move(_ row: Int) {
        let (start, capacity) = (rows[row].start, rows[row].capacity)
        let new = room(for: max(capacity * 2, 2))
        for index in 0..<Int(capacity) {
            weights[new + index] = weights[start + index]
            delays[new + index] = delays[start + index]
        }
        rows[row].start = new
        rows[row].capacity = max(capacity * 2, 2)
        if capacity > 0 { freed[capacity, default: []].append(start) }
    }

    private func room(for capacity: UInt16) -> Int {
        if let start = freed[capacity]?.popLast() { return start }
        for _ in 0..<capacity {
            weights.append(Weight(number: 0, value: 0))
            delays.append(0)
        }
        return weights.count - Int(capacity)
    }
}
