import Glibc

extension [UInt8] {
    /// Whether there is nothing but zeros.
    var isZero: Bool {
        unsafe withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, bytes.count > 0 else { return true }
            // Each byte is like the one before it.
            return unsafe bytes[0] == 0 && memcmp(base, base + 1, bytes.count - 1) == 0
        }
    }
}

extension ArraySlice<UInt8> {
    /// Whether it holds `bytes` somewhere; quick where their first byte is rare.
    func holds(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first else { return true }
        var rest = self
        while let start = rest.fastFirstIndex(of: first) {
            if rest[start...].starts(with: bytes) { return true }
            rest = rest[(start + 1)...]
        }
        return false
    }

    /// The index of the first `byte`, found at the speed of the memory: `memchr` keeps checks of a whole log fast.
    func fastFirstIndex(of byte: UInt8) -> Int? {
        unsafe withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return nil }
            guard let found = unsafe memchr(base, Int32(byte), bytes.count) else { return nil }
            return unsafe startIndex + (UnsafeRawPointer(found) - base)
        }
    }
}
