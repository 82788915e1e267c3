import FoundationEssentials
import PledgedCore

/// JSON for programs, harmless on a terminal as well.
enum JSONText {
    /// Pretty-printed with sorted keys, and a line end.
    ///
    /// Equal values are equal bytes.
    static func document(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return harmless(String(decoding: try encoder.encode(value), as: UTF8.self)) + "\n"
    }

    /// On one line with sorted keys, without a line end.
    static func line(_ value: some Encodable) throws -> String {
        harmless(String(decoding: try EventCoding.encode(value), as: UTF8.self))
    }

    /// The same JSON with the control characters escaped that JSON allows in the open: U+007F to U+009F.
    static func harmless(_ json: String) -> String {
        guard json.unicodeScalars.contains(where: isBareControl) else { return json }
        var result = String.UnicodeScalarView()
        for scalar in json.unicodeScalars {
            if isBareControl(scalar) {
                result.append(contentsOf: "\\u00\(String(scalar.value, radix: 16))".unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    private static func isBareControl(_ scalar: Unicode.Scalar) -> Bool { (0x7F...0x9F).contains(scalar.value) }
}
