import CInotifyTools
import Glibc
import SystemPackage

/// Wakes the intake's thread from any other.
final class Wake: Sendable {
    /// Readable from a ``signal()`` until the next ``clear()``.
    let descriptor: Int32

    init() throws(Errno) {
        descriptor = try Errno.check(eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK)))
    }

    deinit { close(descriptor) }

    func signal() {
        // It can fail only when 2^64 - 1 signals are pending, and then the descriptor is readable already.
        _ = eventfd_write(descriptor, 1)
    }

    func clear() {
        var count: eventfd_t = 0
        // It can fail only when nothing is pending.
        _ = unsafe eventfd_read(descriptor, &count)
    }
}
