import Glibc

extension ArraySlice<UInt8> {
    /// The index of the first `byte`, found at the speed of the memory: `memchr` keeps checks of a whole log fast.
    func fastFirstIndex(of byte: UInt8) -> Int? {
        unsafe withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return nil }
            guard let found = unsafe memchr(base, Int32(byte), bytes.count) else { return nil }
            return unsafe startIndex + (UnsafeRawPointer(found) - base)
        }
    }
}
