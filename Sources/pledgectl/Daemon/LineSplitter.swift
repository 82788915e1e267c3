/// Takes lines out of the bytes of a stream, wherever these are cut.
struct LineSplitter: Sendable {
    /// A line is longer than any event can be.
    struct TooLong: Error {}

    /// An article of the largest size, escaped in the worst way, is still smaller.
    static let lineBytesMax = 64 * 1024 * 1024

    private let bytesMax: Int
    private var line: [UInt8] = []

    init(lineBytesMax: Int = Self.lineBytesMax) { bytesMax = lineBytesMax }

    /// Takes more bytes and returns the lines that are now whole, without their ends; empty ones (keep-alive) are left
    /// out.
    ///
    /// - Throws: ``TooLong``.
    mutating func append(_ bytes: some Collection<UInt8>) throws(TooLong) -> [String] {
        var lines: [String] = []
        var rest = bytes[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            try take(rest[..<end])
            if !line.isEmpty { lines.append(String(decoding: line, as: UTF8.self)) }
            line.removeAll(keepingCapacity: line.count < 65_536)
            rest = rest[rest.index(after: end)...]
        }
        try take(rest)
        return lines
    }

    private mutating func take(_ bytes: some Collection<UInt8>) throws(TooLong) {
        guard line.count + bytes.count <= bytesMax else { throw TooLong() }
        line += bytes
    }
}
