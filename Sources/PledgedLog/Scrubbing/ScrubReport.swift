/// What reading the sealed segments again found.
public struct ScrubReport: Hashable, Sendable {
    public internal(set) var segments = 0
    public internal(set) var entries = 0
    public internal(set) var bytes: UInt64 = 0
    /// The first place in each segment that is not as it was written, oldest segment first.
    public internal(set) var damages: [LogDamage] = []

    public var isWhole: Bool { damages.isEmpty }
}
