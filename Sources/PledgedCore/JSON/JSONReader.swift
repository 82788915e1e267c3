/// Reads JSON by hand, for what is read too often for a decoder: in the one form that ``JSONWriter`` gives, and no other.
///
/// Whatever else the bytes may mean, a decoder has to judge.
package struct JSONReader {
    /// The bytes are not in the form that is read here.
    package struct OtherForm: Error {}

    private let bytes: ArraySlice<UInt8>
    private var index: Int
    /// Whether the next member or element has one before it.
    private var needsComma = false

    package init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    package var isAtEnd: Bool { index == bytes.endIndex }

    package mutating func beginObject() throws(OtherForm) {
        try take(UInt8(ascii: "{"))
        needsComma = false
    }

    package mutating func endObject() throws(OtherForm) {
        try take(UInt8(ascii: "}"))
        needsComma = true
    }

    /// Reads a member that must be there.
    package mutating func member<Value: JSONReadable>(_ key: StaticString) throws(OtherForm) -> Value {
        guard let value: Value = try optional(key) else { throw OtherForm() }
        return value
    }

    /// Reads a member; nil where another comes next.
    package mutating func optional<Value: JSONReadable>(_ key: StaticString) throws(OtherForm) -> Value? {
        guard takeKey(key) else { return nil }
        let value = try Value(from: &self)
        needsComma = true
        return value
    }

    package mutating func array<Element: JSONReadable>() throws(OtherForm) -> [Element] {
        try take(UInt8(ascii: "["))
        var elements: [Element] = []
        guard !takes(UInt8(ascii: "]")) else { return elements }
        repeat { elements.append(try Element(from: &self)) } while takes(UInt8(ascii: ","))
        try take(UInt8(ascii: "]"))
        return elements
    }

    /// Text without escapes is taken as it lies there.
    package mutating func string() throws(OtherForm) -> String {
        try take(UInt8(ascii: "\""))
        let start = index
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                defer { index += 1 }
                return String(decoding: bytes[start..<index], as: UTF8.self)
            }
            if byte == UInt8(ascii: "\\") { return try escapedString(from: start) }
            index += 1
        }
        throw OtherForm()
    }

    package mutating func integer<Value: FixedWidthInteger>() throws(OtherForm) -> Value {
        guard let value = Value(try number()) else { throw OtherForm() }
        return value
    }

    package mutating func double() throws(OtherForm) -> Double {
        guard let value = Double(try number()) else { throw OtherForm() }
        return value
    }
}

extension JSONReader {
    private mutating func takes(_ byte: UInt8) -> Bool {
        guard index < bytes.endIndex, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private mutating func take(_ byte: UInt8) throws(OtherForm) {
        guard takes(byte) else { throw OtherForm() }
    }

    /// Takes the comma, if one is due, the key and its colon, or nothing.
    private mutating func takeKey(_ key: StaticString) -> Bool {
        let before = index
        let length = key.utf8CodeUnitCount
        if needsComma, !takes(UInt8(ascii: ",")) { return false }
        let end = index + length + 3
        guard end <= bytes.endIndex, takes(UInt8(ascii: "\"")),
            unsafe bytes[index..<index + length].elementsEqual(
                UnsafeBufferPointer(start: key.utf8Start, count: length)
            ),
            bytes[index + length] == UInt8(ascii: "\""), bytes[index + length + 1] == UInt8(ascii: ":")
        else {
            index = before
            return false
        }
        index = end
        return true
    }

    private mutating func number() throws(OtherForm) -> Substring {
        let start = index
        while index < bytes.endIndex, Self.isNumeric(bytes[index]) { index += 1 }
        if index == start { throw OtherForm() }
        return Substring(decoding: bytes[start..<index], as: UTF8.self)
    }

    private static func isNumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"): true
        default: false
        }
    }

    private mutating func escapedString(from start: Int) throws(OtherForm) -> String {
        var text = Array(bytes[start..<index])
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text.append(try escaped())
            default: text.append(byte)
            }
        }
        throw OtherForm()
    }

    /// The writer escapes nothing but quotes, backslashes and controls.
    private mutating func escaped() throws(OtherForm) -> UInt8 {
        guard index < bytes.endIndex else { throw OtherForm() }
        defer { index += 1 }
        switch bytes[index] {
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return bytes[index]
        case UInt8(ascii: "u"):
            let digits = bytes[index...].dropFirst().prefix(4)
            guard digits.count == 4, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16), value < 0x20
            else { throw OtherForm() }
            index += 4
            return value
        default: throw OtherForm()
        }
    }
}
