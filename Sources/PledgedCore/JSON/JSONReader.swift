/// Reads JSON by hand, for what is read too often for a decoder: in the one form that ``JSONWriter`` gives, and no other.
///
/// Whatever else the bytes may mean, a decoder has to judge. It looks at bytes that ``read(_:_:)`` holds still.
@safe package struct JSONReader {
    /// The bytes are not in the form that is read here.
    package struct OtherForm: Error {}

    private let bytes: UnsafeBufferPointer<UInt8>
    private let count: Int
    private var index = 0
    /// Whether the next member or element has one before it.
    private var needsComma = false

    /// Has `body` read `bytes`, all of them.
    package static func read<Value>(
        _ bytes: ArraySlice<UInt8>,
        _ body: (inout JSONReader) throws(OtherForm) -> Value
    ) throws(OtherForm) -> Value {
        try unsafe bytes.withUnsafeBufferPointer { buffer throws(OtherForm) in
            var reader = unsafe JSONReader(bytes: buffer)
            let value = try body(&reader)
            guard reader.index == reader.count else { throw OtherForm() }
            return value
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) {
        unsafe self.bytes = bytes
        count = bytes.count
    }

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
        guard takeKey(key) else { throw OtherForm() }
        let value = try Value(from: &self)
        needsComma = true
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
        guard let end = unsafe JSONText.firstEnd(in: bytes, from: index) else { throw OtherForm() }
        guard unsafe bytes[end] == UInt8(ascii: "\"") else { return try escapedString() }
        defer { index = end + 1 }
        return unsafe String(decoding: UnsafeBufferPointer(rebasing: bytes[index..<end]), as: UTF8.self)
    }

    /// Reads text that must have no escapes, as its bytes.
    package mutating func plainString<Value>(
        _ body: (UnsafeBufferPointer<UInt8>) -> Value?
    ) throws(OtherForm) -> Value {
        try take(UInt8(ascii: "\""))
        guard let end = unsafe JSONText.firstEnd(in: bytes, from: index), unsafe bytes[end] == UInt8(ascii: "\""),
            let value = unsafe body(UnsafeBufferPointer(rebasing: bytes[index..<end]))
        else { throw OtherForm() }
        index = end + 1
        return value
    }

    package mutating func integer<Value: FixedWidthInteger>() throws(OtherForm) -> Value {
        let isNegative = takes(UInt8(ascii: "-"))
        let start = index
        var value: Value = 0
        while index < count, case let digit = unsafe bytes[index] &- 48, digit < 10 {
            let (tens, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            // Downwards, for the smallest number has no positive counterpart.
            let (next, isTooLargeNow) =
                isNegative
                ? tens.subtractingReportingOverflow(Value(digit)) : tens.addingReportingOverflow(Value(digit))
            if isTooLarge || isTooLargeNow { throw OtherForm() }
            value = next
            index += 1
        }
        if index == start { throw OtherForm() }
        return value
    }

    package mutating func double() throws(OtherForm) -> Double {
        let start = index
        while index < count, Self.isNumeric(unsafe bytes[index]) { index += 1 }
        let text = unsafe String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
        guard let value = Double(text) else { throw OtherForm() }
        return value
    }
}

extension JSONReader {
    /// Reads the events of an entry: `[{"data":{…},"type":"article.received"},…]`.
    ///
    /// - Parameters:
    ///   - wanted: Which of them; the others are passed over.
    ///   - upcasters: Read older forms.
    ///   - add: Is given each that is wanted, with its number.
    /// - Returns: How many there are.
    /// - Throws: ``OtherForm``.
    package mutating func events(
        _ wanted: Range<Int>,
        upcasters: Upcasters = .current,
        _ add: (Int, consuming Event) -> Void
    ) throws(OtherForm) -> Int {
        try take(UInt8(ascii: "["))
        var number = 0
        repeat {
            try take("{\"data\":")
            // What it holds comes before what it is called, so that is passed over, and read when the name is known.
            let data = index
            try skipObject()
            let dataEnd = index
            try take(",\"type\":")
            let name = try name()
            let version: Int = holds(",\"version\":", at: index) ? try versionNumber() : 1
            try take(UInt8(ascii: "}"))
            if wanted.contains(number) {
                if version == upcasters.version(of: name) {
                    let end = index
                    index = data
                    needsComma = false
                    add(number, try Event(name, from: &self))
                    guard index == dataEnd else { throw OtherForm() }
                    index = end
                } else {
                    let bytes = unsafe Array(UnsafeBufferPointer(rebasing: bytes[data..<dataEnd]))
                    add(number, upcasters.event(name, version: version, data: bytes[...]))
                }
            }
            number += 1
        } while takes(UInt8(ascii: ","))
        try take(UInt8(ascii: "]"))
        return number
    }

    private mutating func name() throws(OtherForm) -> Event.Name {
        try unsafe plainString { text in
            // Few names, and most of the same length as no other.
            let known = Self.names.first { unsafe $0.bytes.count == text.count && $0.bytes.elementsEqual(text) }
            return unsafe known?.name ?? Event.Name(unverified: String(decoding: text, as: UTF8.self))
        }
    }

    private static let names = Event.Name.allCases.map { (bytes: Array($0.rawValue.utf8), name: $0) }

    private mutating func versionNumber() throws(OtherForm) -> Int {
        try take(",\"version\":")
        let version: Int = try integer()
        guard version > 0 else { throw OtherForm() }
        return version
    }

    /// Passes over an object, whatever it holds.
    private mutating func skipObject() throws(OtherForm) {
        var depth = 0
        repeat {
            guard index < count else { throw OtherForm() }
            let byte = unsafe bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: "\""): try skipString()
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            default: if depth == 0 { throw OtherForm() }
            }
        } while depth > 0
    }

    /// Passes over the rest of a string.
    private mutating func skipString() throws(OtherForm) {
        while let end = unsafe JSONText.firstEnd(in: bytes, from: index) {
            let byte = unsafe bytes[end]
            index = byte == UInt8(ascii: "\"") ? end + 1 : end + 2
            if byte == UInt8(ascii: "\"") { return }
        }
        throw OtherForm()
    }

    private mutating func takes(_ byte: UInt8) -> Bool {
        guard index < count, unsafe bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private mutating func take(_ byte: UInt8) throws(OtherForm) {
        guard takes(byte) else { throw OtherForm() }
    }

    private mutating func take(_ text: StaticString) throws(OtherForm) {
        guard holds(text, at: index) else { throw OtherForm() }
        index += text.utf8CodeUnitCount
    }

    private func holds(_ text: StaticString, at start: Int) -> Bool {
        let length = text.utf8CodeUnitCount
        guard start + length <= count else { return false }
        return (0..<length).allSatisfy { unsafe bytes[start + $0] == text.utf8Start[$0] }
    }

    /// Takes the comma, if one is due, the key and its colon, or nothing.
    private mutating func takeKey(_ key: StaticString) -> Bool {
        var start = index
        if needsComma {
            guard start < count, unsafe bytes[start] == UInt8(ascii: ",") else { return false }
            start += 1
        }
        let end = start + key.utf8CodeUnitCount + 3
        guard end <= count, unsafe bytes[start] == UInt8(ascii: "\""), holds(key, at: start + 1),
            unsafe bytes[end - 2] == UInt8(ascii: "\""), unsafe bytes[end - 1] == UInt8(ascii: ":")
        else { return false }
        index = end
        return true
    }

    private static func isNumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"): true
        default: false
        }
    }

    private mutating func escapedString() throws(OtherForm) -> String {
        var text: [UInt8] = []
        while let end = unsafe JSONText.firstEnd(in: bytes, from: index) {
            unsafe text += bytes[index..<end]
            index = end + 1
            if unsafe bytes[end] == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            text.append(try escaped())
        }
        throw OtherForm()
    }

    /// The writer escapes nothing but quotes, backslashes and controls.
    private mutating func escaped() throws(OtherForm) -> UInt8 {
        guard index < count else { throw OtherForm() }
        let byte = unsafe bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): return byte
        case UInt8(ascii: "u"):
            guard index + 4 <= count else { throw OtherForm() }
            let digits = unsafe String(decoding: UnsafeBufferPointer(rebasing: bytes[index..<index + 4]), as: UTF8.self)
            guard let value = UInt8(digits, radix: 16), value < 0x20 else { throw OtherForm() }
            index += 4
            return value
        default: throw OtherForm()
        }
    }
}
