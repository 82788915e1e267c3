/// Bytes that never change and stay in place, such as a mapped file; views of them are cheap to copy.
///
/// The address is held as a number, since a pointer says nothing of who may share it: nobody writes here, so all may.
public struct ModelBytes: Sendable {
    private let address: UInt
    public let count: Int
    /// Keeps the bytes where they are; nil for bytes that live as long as the program.
    private let owner: (any AnyObject & Sendable)?

    /// - Parameters:
    ///   - start: the first byte, 8-byte aligned; nothing may ever write to the `count` bytes from there.
    ///   - count: how many.
    ///   - owner: who frees the bytes when the last view of them is gone; nil for bytes that are never freed.
    public init(_ start: UnsafeRawPointer, count: Int, owner: (any AnyObject & Sendable)?) {
        precondition(UInt(bitPattern: start) % 8 == 0 && count >= 0)
        address = UInt(bitPattern: start)
        self.count = count
        self.owner = owner
    }

    /// A copy of `bytes`, on a cache line's boundary.
    public init(copying bytes: [UInt8]) {
        let copy = AlignedCopy(bytes)
        self.init(address: copy.address, count: bytes.count, owner: copy)
    }

    private init(address: UInt, count: Int, owner: (any AnyObject & Sendable)?) {
        self.address = address
        self.count = count
        self.owner = owner
    }

    /// The first byte; valid as long as this value, or a view taken of it, is.
    public var start: UnsafeRawPointer {
        guard let start = unsafe UnsafeRawPointer(bitPattern: address) else { preconditionFailure("No bytes at 0.") }
        return unsafe start
    }

    /// A part of these bytes; `range` must lie in them and start at a multiple of 8.
    public subscript(range: Range<Int>) -> ModelBytes {
        precondition(0 <= range.lowerBound && range.upperBound <= count && range.lowerBound % 8 == 0)
        return ModelBytes(address: address + UInt(range.lowerBound), count: range.count, owner: owner)
    }

    /// The bytes as UTF-8 text, ill-formed ones replaced.
    public var text: String {
        unsafe String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// The value at `offset` bytes; both the place and the whole value must lie in these bytes.
    func load<Value: BitwiseCopyable>(at offset: Int, as type: Value.Type) -> Value {
        precondition(offset >= 0 && offset + MemoryLayout<Value>.size <= count)
        return unsafe start.loadUnaligned(fromByteOffset: offset, as: Value.self)
    }
}

/// Owns 64-byte-aligned memory; written in the initializer, never after.
private final class AlignedCopy: Sendable {
    let address: UInt

    init(_ bytes: [UInt8]) {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 64), alignment: 64)
        unsafe memory.copyBytes(from: bytes)
        address = UInt(bitPattern: memory.baseAddress)
    }

    deinit { unsafe UnsafeMutableRawPointer(bitPattern: address)?.deallocate() }
}
