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
}
