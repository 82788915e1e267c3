/// Writes JSON by hand, for what is written too often for an encoder.
///
/// The bytes are those of ``EventCoding``: no white space, slashes plain. Keys are written in the order given, which
/// must be that of their bytes.
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []
    /// Whether the next member or element has one before it.
    private var needsComma = false

    /// - Parameter capacity: About how many bytes will be written.
    package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// Writes an object, whose members `body` writes.
    package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
        bytes.append(UInt8(ascii: "{"))
        needsComma = false
        try body(&self)
        bytes.append(UInt8(ascii: "}"))
        needsComma = true
    }

    /// Writes a member of the object at hand; nothing where there is no value.
    package mutating func member(_ key: StaticString, _ value: (some JSONWritable)?) throws {
        guard let value else { return }
        self.key(key)
        try value.write(to: &self)
        needsComma = true
    }

    /// Writes a member that is text.
    package mutating func member(_ key: StaticString, _ text: String?) {
        guard let text else { return }
        self.key(key)
        string(text)
        needsComma = true
    }

    /// Writes a member whose value is JSON already.
    package mutating func member(_ key: StaticString, json: some Collection<UInt8>) {
        self.key(key)
        bytes += json
        needsComma = true
    }

    package mutating func array(_ elements: [some JSONWritable]) throws {
        bytes.append(UInt8(ascii: "["))
        needsComma = false
        for element in elements {
            separate()
            try element.write(to: &self)
            needsComma = true
        }
        bytes.append(UInt8(ascii: "]"))
        needsComma = true
    }

    package mutating func string(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                escape(byte)
            } else {
                bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Writes text that needs no quotes: a number.
    package mutating func plain(_ text: String) { bytes += text.utf8 }

    private mutating func key(_ key: StaticString) {
        separate()
        string(key.description)
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
    }

    private mutating func escape(_ byte: UInt8) {
        let short: UInt8? =
            switch byte {
            case 0x08: UInt8(ascii: "b")
            case 0x09: UInt8(ascii: "t")
            case 0x0A: UInt8(ascii: "n")
            case 0x0C: UInt8(ascii: "f")
            case 0x0D: UInt8(ascii: "r")
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
            default: nil
            }
        bytes.append(UInt8(ascii: "\\"))
        if let short { return bytes.append(short) }
        bytes += "u00".utf8
        bytes.append(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
        bytes.append("0123456789abcdef".utf8.dropFirst(Int(byte & 15)).first ?? 0)
    }
}
