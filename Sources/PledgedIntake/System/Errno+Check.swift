import Glibc
import SystemPackage

extension Errno {
    /// What the last system call of this thread failed with.
    static var current: Errno { Errno(rawValue: errno) }

    /// Returns what a system call returned, or throws what it failed with.
    @discardableResult
    static func check(_ result: Int32) throws(Errno) -> Int32 {
        guard result >= 0 else { throw current }
        return result
    }
}
