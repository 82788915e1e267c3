/// A number with what it counts.
public struct Quantity: Hashable, Codable, Sendable {
    /// A plain number: 50000, 8100000000, 33.33.
    public var value: Double
    /// The counted noun ("engineers"), an ISO 4217 code ("USD"), or "%".
    public var unit: String

    public init(value: Double, unit: String) {
        self.value = value
        self.unit = unit
    }
}
