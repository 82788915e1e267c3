import Glibc

/// Finds bytes fast, also in a debug build.
enum ByteSearch {
    /// Where `needle` begins in `bytes`, at `start` or later; nil where it does not.
    static func find(_ needle: [UInt8], in bytes: UnsafeRawBufferPointer, from start: Int = 0) -> Int? {
        guard let base = bytes.baseAddress, let first = needle.first else { return nil }
        var offset = start
        while offset + needle.count <= bytes.count {
            guard let hit = unsafe memchr(base + offset, Int32(first), bytes.count - offset) else { return nil }
            offset = unsafe UnsafeRawPointer(hit) - base
            guard offset + needle.count <= bytes.count else { return nil }
            if unsafe memcmp(base + offset, needle, needle.count) == 0 { return offset }
            offset += 1
        }
        return nil
    }
}
