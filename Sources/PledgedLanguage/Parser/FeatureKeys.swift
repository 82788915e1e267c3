/// The keys of a decision's features, a template after the other.
///
/// A key is a sum of hashes: of what a template looks at, each turned by where it lies, and of the template's number.
@safe
package struct FeatureKeys {
    /// More than any decision has templates.
    package static let countMax = 192

    package let start: UnsafeMutablePointer<UInt64>
    package private(set) var count = 0

    /// - Parameter start: room for ``countMax`` keys.
    package init(_ start: UnsafeMutablePointer<UInt64>) { unsafe self.start = start }

    @inline(__always)
    mutating func add(_ sum: UInt64) {
        unsafe start[count] = sum &+ UInt64(count) &* 0xA24B_AED4_963E_E407
        count += 1
    }
}
