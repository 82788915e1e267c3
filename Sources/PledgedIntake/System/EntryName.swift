/// The name of an entry in a folder: the very bytes that the file system keeps, UTF-8 or not.
struct EntryName: Hashable, Comparable, Sendable {
    /// No slash and no NUL among them.
    let bytes: [UInt8]

    /// The most bytes in a name on the file systems of Linux.
    static let bytesMax = 255

    init(bytes: [UInt8]) { self.bytes = bytes }

    init(_ text: String) { bytes = Array(text.utf8) }

    /// With the NUL that C wants at the end.
    var cString: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

    static func < (a: Self, b: Self) -> Bool { a.bytes.lexicographicallyPrecedes(b.bytes) }
}

extension EntryName: CustomStringConvertible {
    /// Bytes that are not UTF-8 are shown as U+FFFD.
    var description: String { String(decoding: bytes, as: UTF8.self) }
}
