import PledgedLanguage

/// Weights of an averaged perceptron (Collins 2002): a row of classes for each feature, made when first updated.
///
/// The average is over every step, kept lazily: each weight remembers when it was last changed. Integers throughout, so
/// that two runs agree to the bit. Keys are kept whole: no two features share a row.
final class PerceptronTable {
    private struct Weight {
        var number: UInt16
        var value: Int32 = 0
        var changedAt: Int32
        var total: Int64 = 0
    }

    private struct Row {
        var key: UInt64
        var start: Int
        var count: UInt16 = 0
        var capacity: UInt16
        var updates: UInt32 = 0
    }

    private var slots: [UInt32]
    private var rows: [Row] = []
    private var weights: [Weight] = []
    private var freed: [UInt16: [Int]] = [:]
    private(set) var step: Int32 = 0

    init() { slots = [UInt32](repeating: 0, count: 1 << 16) }

    var rowCount: Int { rows.count }

    /// Call once for each decision, whether it was right or wrong.
    func advance() { step += 1 }

    /// Adds the weights of `key` to `scores`, one a class.
    @inline(__always)
    func add(_ key: UInt64, to scores: UnsafeMutablePointer<Int32>) {
        guard let row = find(key) else { return }
        let (start, count) = (rows[row].start, Int(rows[row].count))
        unsafe weights.withUnsafeBufferPointer { weights in
            for index in start..<start + count {
                let weight = unsafe weights[index]
                unsafe scores[Int(weight.number)] &+= weight.value
            }
        }
    }

    /// Adds `change` to the weight of `key` for the class `number`.
    func update(_ key: UInt64, class number: Int, by change: Int32) {
        let row = find(key) ?? insert(key)
        rows[row].updates += 1
        let place = self.place(of: UInt16(number), in: row)
        weights[place].total += Int64(weights[place].value) * Int64(step - weights[place].changedAt)
        weights[place].changedAt = step
        weights[place].value += change
    }

    /// The averages over all steps, scaled to 16 bits and cut to what is worth keeping; sorted by key, then class.
    ///
    /// - Parameters:
    ///   - updatesMin: rows changed less often are left out.
    ///   - scale: the number that stands for a weight of 1; weights are cut off at what 16 bits hold.
    ///   - weightMin: averages nearer to 0, before scaling, are left out.
    func averages(
        updatesMin: Int,
        scale: Double = 64,
        weightMin: Double = 0
    ) -> [(key: UInt64, weights: [(class: UInt8, weight: Int16)])] {
        var result: [(key: UInt64, weights: [(class: UInt8, weight: Int16)])] = []
        for row in rows where row.updates >= updatesMin {
            var kept: [(class: UInt8, weight: Int16)] = []
            for weight in weights[row.start..<row.start + Int(row.count)] {
                let total = weight.total + Int64(weight.value) * Int64(step - weight.changedAt)
                let average = Double(total) / Double(max(step, 1))
                guard average.magnitude >= weightMin else { continue }
                let scaled = Int16(max(-32_767, min(32_767, (average * scale).rounded())))
                if scaled != 0 { kept.append((UInt8(weight.number), scaled)) }
            }
            if !kept.isEmpty { result.append((row.key, kept.sorted { $0.class < $1.class })) }
        }
        return result.sorted { $0.key < $1.key }
    }

    private func find(_ key: UInt64) -> Int? {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: key >> 20) & mask
        while true {
            let number = slots[slot]
            if number == 0 { return nil }
            if rows[Int(number) - 1].key == key { return Int(number) - 1 }
            slot = (slot + 1) & mask
        }
    }

    private func insert(_ key: UInt64) -> Int {
        if rows.count * 2 >= slots.count { grow() }
        rows.append(Row(key: key, start: room(for: 2), capacity: 2))
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
        slots = [UInt32](repeating: 0, count: slots.count * 4)
        for (index, row) in rows.enumerated() { place(index + 1, row.key) }
    }

    /// Where the weight of the class lies, made if it is not there.
    private func place(of number: UInt16, in row: Int) -> Int {
        let (start, count) = (rows[row].start, Int(rows[row].count))
        for index in start..<start + count where weights[index].number == number { return index }
        if count == Int(rows[row].capacity) { move(row) }
        let place = rows[row].start + count
        weights[place] = Weight(number: number, changedAt: step)
        rows[row].count += 1
        return place
    }

    /// Gives the row a place twice as large.
    private func move(_ row: Int) {
        let (start, capacity) = (rows[row].start, rows[row].capacity)
        let new = room(for: capacity * 2)
        for index in 0..<Int(capacity) { weights[new + index] = weights[start + index] }
        rows[row].start = new
        rows[row].capacity = capacity * 2
        freed[capacity, default: []].append(start)
    }

    private func room(for capacity: UInt16) -> Int {
        if let start = freed[capacity]?.popLast() { return start }
        weights.append(contentsOf: repeatElement(Weight(number: 0, changedAt: 0), count: Int(capacity)))
        return weights.count - Int(capacity)
    }
}
