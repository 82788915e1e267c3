package import SystemPackage

/// One file of the log.
///
/// Together with ``LogStorage`` the only way in which the log touches a disk, so that a simulated one can take its place.
package protocol LogFile: AnyObject, Sendable {
    /// In bytes.
    func length() throws(Errno) -> UInt64

    /// At most `countMax` bytes from `offset` on; fewer only at the end of the file.
    func read(at offset: UInt64, countMax: Int) throws(Errno) -> [UInt8]

    /// Writes a beginning of `bytes`, as `pwrite` does, and returns how many; not durable before ``sync()``.
    func write(_ bytes: ArraySlice<UInt8>, at offset: UInt64) throws(Errno) -> Int

    /// Returns when all that was written, and the length, survive power loss.
    func sync() throws(Errno)

    /// Cuts the file off; not durable before ``sync()``.
    func truncate(to length: UInt64) throws(Errno)

    /// Makes the file so long, with zeros that have their place on the disk; not durable before ``sync()``.
    ///
    /// - Throws: Any error; then the file may be longer, or not.
    func allocate(to length: UInt64) throws(Errno)
}

extension LogFile {
    /// Not every storage can do it, and none has to.
    package func allocate(to length: UInt64) throws(Errno) { throw .notSupported }

    /// In bytes, without the zeros at the end, which are room for what is yet to come.
    func contentLength() throws(Errno) -> UInt64 {
        var (end, size) = (try length(), UInt64(512))
        while end > 0 {
            let start = end > size ? end - size : 0
            let bytes = try read(at: start, countMax: Int(end - start))
            if !bytes.isZero, let last = bytes.lastIndex(where: { $0 != 0 }) { return start + UInt64(last) + 1 }
            (end, size) = (start, 256 << 10)
        }
        return 0
    }
}
