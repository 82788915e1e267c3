import SystemPackage

/// Reads a file line by line, with memory for two chunks or one line.
struct LineReader {
    /// What ends a line.
    static let lineFeed = UInt8(ascii: "\n")
    /// Bytes of the longest line that is read as a whole: hash, space and entry.
    static let lengthMax = ChainHash.length + 1 + EntryDraft.bytesMax

    struct Line {
        /// Of the first byte, in the file.
        let offset: UInt64
        /// Without the line feed.
        let bytes: ArraySlice<UInt8>
        /// Nil where a line feed ends it; otherwise ``LineFault/cutShort`` or ``LineFault/tooLong``.
        let fault: LineFault?

        /// In the file, after the line feed.
        var end: UInt64 { offset + UInt64(bytes.count) + (fault == nil ? 1 : 0) }
    }

    private let file: any LogFile
    private let limit: UInt64
    private let chunkSize: Int
    private var buffer: [UInt8] = []
    private var start = 0
    private var bufferOffset: UInt64

    /// Reads from `offset`, which begins a line, and not beyond `limit`.
    init(_ file: any LogFile, from offset: UInt64, until limit: UInt64, chunkSize: Int = 256 << 10) {
        self.file = file
        self.limit = limit
        self.chunkSize = chunkSize
        bufferOffset = offset
    }

    /// The next line; nil at the limit.
    mutating func next() throws(Errno) -> Line? {
        var searched = start
        while true {
            if let end = buffer[searched...].fastFirstIndex(of: Self.lineFeed) {
                return line(until: end, fault: nil, skip: 1)
            }
            if buffer.count - start > Self.lengthMax { return line(until: buffer.count, fault: .tooLong, skip: 0) }
            searched = buffer.count - start
            guard try fill() else {
                return start == buffer.count ? nil : line(until: buffer.count, fault: .cutShort, skip: 0)
            }
        }
    }

    private mutating func line(until end: Int, fault: LineFault?, skip: Int) -> Line {
        defer { start = end + skip }
        return Line(offset: bufferOffset + UInt64(start), bytes: buffer[start..<end], fault: fault)
    }

    /// Reads one more chunk behind what is left; false at the limit.
    private mutating func fill() throws(Errno) -> Bool {
        let offset = bufferOffset + UInt64(buffer.count)
        guard offset < limit else { return false }
        let chunk = try file.read(at: offset, countMax: Int(min(limit - offset, UInt64(chunkSize))))
        if chunk.isEmpty { return false }
        bufferOffset += UInt64(start)
        if start == buffer.count {
            buffer = chunk
        } else {
            buffer.removeSubrange(..<start)
            buffer += chunk
        }
        start = 0
        return true
    }
}
