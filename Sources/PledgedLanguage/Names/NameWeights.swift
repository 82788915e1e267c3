/// What the features say for each label, and what a label says for the next.
package struct NameWeights: Sendable {
    static let section = "names.weights"

    private let weights: ClassWeights
    package let transitions: NameTransitions

    package init(_ model: ModelFile) throws(ModelError) {
        weights = try ClassWeights(model.section(Self.section))
        transitions = NameTransitions(weights)
    }

    /// Adds a section with these weights, of features and of ``NameTransitions`` alike.
    package static func add(
        _ weights: [(key: UInt64, weights: [(class: UInt8, weight: Int16)])],
        to file: inout ModelFileBuilder
    ) { file.add(section, ClassWeights.bytes(weights)) }

    @inline(__always)
    func add(_ key: UInt64, to scores: UnsafeMutablePointer<Int32>) { unsafe weights.add(key, to: scores) }
}

/// Scores of one label after another.
package struct NameTransitions: Sendable {
    /// A row for each label before, the last for a sentence's start.
    var scores: [Int32]

    package static let startLabel = NameLabel.count

    /// The feature that stands for a label before.
    package static func key(after label: Int) -> UInt64 { FeatureHash.mix(0x7472_616E, UInt64(label)) }

    /// All 0.
    package init() { scores = [Int32](repeating: 0, count: (NameLabel.count + 1) * NameLabel.count) }

    init(_ weights: ClassWeights) {
        self.init()
        unsafe scores.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            for label in 0...Self.startLabel {
                unsafe weights.add(Self.key(after: label), to: base + label * NameLabel.count)
            }
        }
    }

    /// Reads the scores of the labels after `label` into place, as training changes them.
    package mutating func update(after label: Int, _ read: (UnsafeMutablePointer<Int32>) -> Void) {
        unsafe scores.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            let row = unsafe base + label * NameLabel.count
            for next in 0..<NameLabel.count { unsafe row[next] = 0 }
            unsafe read(row)
        }
    }

    package mutating func change(after label: Int, _ next: Int, by change: Int32) {
        scores[label * NameLabel.count + next] += change
    }
}
