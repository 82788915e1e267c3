/// The lines that are to be written, in memory that is used again and again.
struct LineBuffer: Sendable {
    /// What is larger is given back.
    private static let keptMax = 8 << 20

    private var room: [UInt8] = []
    /// How many bytes are written.
    private(set) var count = 0

    var bytes: ArraySlice<UInt8> { room[..<count] }

    /// Adds what `body` writes, at most so many bytes.
    mutating func write(bytesMax: Int, _ body: (inout LineWriter) -> Void) {
        if room.count - count < bytesMax { grow(to: count + bytesMax) }
        let start = count
        count += unsafe room.withUnsafeMutableBufferPointer { room in
            var lines = unsafe LineWriter(UnsafeMutableBufferPointer(rebasing: room[start...]))
            body(&lines)
            return lines.count
        }
    }

    /// Takes away what was written last.
    mutating func cut(to count: Int) {
        precondition(count <= self.count, "Lines are cut off, not added.")
        self.count = count
    }

    /// Makes the memory free for other lines.
    mutating func clear() {
        count = 0
        if room.count > Self.keptMax { room = [] }
    }

    private mutating func grow(to size: Int) {
        var larger = [UInt8](repeating: 0, count: max(size, 2 * room.count, 64 << 10))
        larger.replaceSubrange(..<count, with: bytes)
        room = larger
    }
}
