/// How a dictionary form is written whose word begins with a capital.
package enum LemmaCase: UInt8, Hashable, Sendable, CaseIterable {
    /// In small letters: "Service" in a heading is "service".
    case small
    /// With a capital first: "LONDON" is "London".
    case capital
    /// As the word is: "PayPal", "LNG", "Japan".
    case asWritten
}
