/// Writes lines of a segment into memory that has room for them, so that a byte costs a copy and no more.
@safe struct LineWriter: ~Copyable {
    private let room: UnsafeMutableRawBufferPointer
    /// How many bytes are written.
    private(set) var count = 0

    /// - Parameter room: Outlives this.
    init(_ room: UnsafeMutableBufferPointer<UInt8>) { unsafe self.room = UnsafeMutableRawBufferPointer(room) }

    /// Leaves out bytes that are replaced later.
    mutating func skip(_ length: Int) {
        unsafe precondition(length <= room.count - count, "A line is longer than it may be.")
        count += length
    }

    mutating func text(_ text: StaticString) {
        unsafe copy(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { unsafe copy(UnsafeRawBufferPointer($0)) }
    }

    mutating func bytes(_ bytes: ArraySlice<UInt8>) { unsafe bytes.withUnsafeBytes { unsafe copy($0) } }

    mutating func number(_ number: UInt64) {
        var (length, limit) = (1, number / 10)
        while limit > 0 { (length, limit) = (length + 1, limit / 10) }
        let start = count
        skip(length)
        var rest = number
        for place in stride(from: start + length - 1, through: start, by: -1) {
            unsafe room[place] = 48 + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
    }

    mutating func digits(of hash: ChainHash) { unsafe hash.withDigits { unsafe copy($0) } }

    /// The hash of all that was written from `start` on.
    func hash(from start: Int) -> ChainHash {
        unsafe ChainHash(of: UnsafeRawBufferPointer(rebasing: room[start..<count]))
    }

    /// Writes the digits of a hash, and a space, over as many bytes.
    mutating func replace(at start: Int, by hash: ChainHash) {
        let end = start + ChainHash.length
        precondition(end < count, "There is no place for a hash.")
        unsafe hash.withDigits { unsafe room[start..<end].copyBytes(from: $0) }
        unsafe room[end] = UInt8(ascii: " ")
    }

    private mutating func copy(_ bytes: UnsafeRawBufferPointer) {
        let start = count
        skip(bytes.count)
        unsafe UnsafeMutableRawBufferPointer(rebasing: room[start..<count]).copyMemory(from: bytes)
    }
}
