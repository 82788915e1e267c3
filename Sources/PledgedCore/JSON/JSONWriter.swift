/// Writes JSON by hand, for what is written too often for an encoder.
///
/// The bytes are those of ``EventCoding``: no white space, slashes plain. Keys are written in the order given, which
/// must be that of their bytes. It owns its memory, so that a byte costs a store and no more.
@safe package struct JSONWriter: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// How many bytes are written.
    package private(set) var count = 0
    /// Whether the next member or element has one before it.
    private var needsComma = false

    /// - Parameter capacity: About how many bytes will be written.
    package init(capacity: Int = 512) {
        self.capacity = max(capacity, 64)
        unsafe base = UnsafeMutablePointer.allocate(capacity: self.capacity)
    }

    deinit { unsafe base.deallocate() }

    /// What was written.
    package var bytes: [UInt8] { unsafe Array(UnsafeBufferPointer(start: base, count: count)) }

    /// What was written, and begins anew.
    package mutating func takeBytes() -> [UInt8] {
        defer { count = 0 }
        return bytes
    }

    /// Writes an object, whose members `body` writes.
    package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
        byte(UInt8(ascii: "{"))
        needsComma = false
        try body(&self)
        byte(UInt8(ascii: "}"))
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
    package mutating func member(_ key: StaticString, json: ArraySlice<UInt8>) {
        self.key(key)
        unsafe json.withUnsafeBufferPointer { unsafe copy($0) }
        needsComma = true
    }

    package mutating func array(_ elements: [some JSONWritable]) throws {
        byte(UInt8(ascii: "["))
        needsComma = false
        for element in elements {
            separate()
            try element.write(to: &self)
            needsComma = true
        }
        byte(UInt8(ascii: "]"))
        needsComma = true
    }

    package mutating func string(_ text: String) {
        var text = text
        byte(UInt8(ascii: "\""))
        text.withUTF8 { unsafe escape($0) }
        byte(UInt8(ascii: "\""))
    }

    /// Writes text that needs no quotes: a number.
    package mutating func plain(_ text: String) {
        var text = text
        text.withUTF8 { unsafe copy($0) }
    }

    /// Writes text that needs no quotes: brackets and what lies between them.
    package mutating func plain(_ text: StaticString) {
        unsafe copy(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    package mutating func integer(_ value: some FixedWidthInteger) {
        reserve(20)
        var rest = UInt64(value.magnitude)
        if value < 0 { byte(UInt8(ascii: "-")) }
        var (length, limit) = (1, rest / 10)
        while limit > 0 { (length, limit) = (length + 1, limit / 10) }
        for place in stride(from: count + length - 1, through: count, by: -1) {
            unsafe base[place] = 48 + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count += length
    }

    /// Writes a number that is not negative with at least so many digits, as ``padded(_:_:)`` gives them.
    package mutating func digits(_ number: Int, _ width: Int) {
        var limit = 1
        for _ in 1..<width { limit *= 10 }
        while number < limit, limit > 1 {
            byte(UInt8(ascii: "0"))
            limit /= 10
        }
        integer(number)
    }

    @inline(__always)
    package mutating func byte(_ byte: UInt8) {
        if count == capacity { reserve(1) }
        unsafe base[count] = byte
        count += 1
    }
}

extension JSONWriter {
    private mutating func key(_ key: StaticString) {
        let length = key.utf8CodeUnitCount
        reserve(length + 4)
        separate()
        byte(UInt8(ascii: "\""))
        unsafe (base + count).update(from: key.utf8Start, count: length)
        count += length
        byte(UInt8(ascii: "\""))
        byte(UInt8(ascii: ":"))
    }

    @inline(__always)
    private mutating func separate() {
        if needsComma { byte(UInt8(ascii: ",")) }
    }

    @inline(__always)
    private mutating func reserve(_ more: Int) {
        if count + more > capacity { grow(more) }
    }

    private mutating func grow(_ more: Int) {
        capacity = max(capacity * 2, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        unsafe larger.update(from: base, count: count)
        unsafe base.deallocate()
        unsafe base = larger
    }

    private mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else { return }
        reserve(bytes.count)
        unsafe (base + count).update(from: start, count: bytes.count)
        count += bytes.count
    }

    /// Copies stretches that need no escape as they are.
    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        var rest = unsafe text
        while let special = unsafe JSONText.firstSpecial(in: rest) {
            unsafe copy(UnsafeBufferPointer(rebasing: rest[..<special]))
            unsafe escape(rest[special])
            unsafe rest = UnsafeBufferPointer(rebasing: rest[(special + 1)...])
        }
        unsafe copy(rest)
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
        self.byte(UInt8(ascii: "\\"))
        if let short { return self.byte(short) }
        plain("u00")
        self.byte(byte < 0x10 ? UInt8(ascii: "0") : UInt8(ascii: "1"))
        let low = byte & 15
        self.byte(low < 10 ? 48 + low : 87 + low)
    }
}
