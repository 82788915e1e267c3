import PledgedCore

/// Turns the bytes of a file into text.
///
/// A byte-order mark decides; without one the bytes are UTF-8, or else Windows-1252, which is noted.
enum TextDecoding {
    static func decode(_ bytes: [UInt8]) throws(Rejection) -> DecodedText {
        let decoded = try decodeUnchecked(bytes)
        guard decoded.text.unicodeScalars.contains(where: { !isBlank($0) }) else { throw .empty }
        try refuseBinary(decoded.text)
        return decoded
    }

    private static func decodeUnchecked(_ bytes: [UInt8]) throws(Rejection) -> DecodedText {
        if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes, low: 0, high: 1) }
        if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes, low: 1, high: 0) }
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        if let text = String(validating: content, as: UTF8.self) { return DecodedText(text: text) }
        if bytes.contains(0) { throw .binary("a NUL byte") }
        return DecodedText(text: try Windows1252.decode(content), notes: [.decodedAsWindows1252])
    }

    private static func utf16(_ bytes: [UInt8], low: Int, high: Int) throws(Rejection) -> DecodedText {
        guard bytes.count.isMultiple(of: 2) else {
            throw .undecodable("begins as UTF-16 but has an odd number of bytes")
        }
        let units = stride(from: 2, to: bytes.count, by: 2).map {
            UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + low])
        }
        guard let text = String(validating: units, as: UTF16.self) else {
            throw .undecodable("begins as UTF-16 but holds half a character")
        }
        return DecodedText(text: text)
    }

    /// Control characters other than white space betray a file that is no text; one stray form feed or escape does not.
    private static func refuseBinary(_ text: String) throws(Rejection) {
        var (controls, scalars) = (0, 0)
        for byte in text.utf8 where byte & 0xC0 != 0x80 {
            scalars += 1
            if byte == 0 { throw .binary("a NUL character") }
            if byte < 0x20, !whiteSpaceControls.contains(byte) { controls += 1 }
        }
        if controls > scalars / controlShareMax { throw .binary("\(controls) control characters") }
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isSpace || scalar.value == 0xFEFF || scalar.value == 0x200B
    }

    private static let whiteSpaceControls: ClosedRange<UInt8> = 0x09...0x0D
    /// One control character in this many is still text.
    private static let controlShareMax = 200
}
