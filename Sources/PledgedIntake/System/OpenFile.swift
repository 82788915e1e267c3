import Glibc
import SystemPackage

/// An open file; closed when it goes.
struct OpenFile: ~Copyable {
    private let descriptor: Int32

    deinit { close(descriptor) }

    /// Opens `name` for reading: follows no link, waits for no FIFO's writer, and no child process inherits it.
    init(reading name: EntryName, in folder: borrowing Folder) throws(Errno) {
        let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
        descriptor = try Errno.check(unsafe openat(folder.descriptor, name.cString, flags))
    }

    /// Makes the file `name`, which must not exist.
    init(making name: EntryName, in folder: borrowing Folder) throws(Errno) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        descriptor = try Errno.check(unsafe openat(folder.descriptor, name.cString, flags, mode_t(0o640)))
    }

    func status() throws(Errno) -> FileStatus {
        var status = stat()
        try Errno.check(unsafe fstat(descriptor, &status))
        return FileStatus(status)
    }

    /// Reads from the place reached so far until the end, `countMax` bytes at the most.
    func read(countMax: Int) throws(Errno) -> [UInt8] {
        var failure: Errno?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: countMax) { buffer, count in
            guard let base = buffer.baseAddress else { return }
            while count < countMax {
                let got = unsafe Glibc.read(descriptor, base + count, countMax - count)
                if got == 0 { return }
                if got > 0 {
                    count += got
                } else if Errno.current != .interrupted {
                    failure = .current
                    return
                }
            }
        }
        if let failure { throw failure }
        return bytes
    }

    func write(_ bytes: [UInt8]) throws(Errno) {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
                return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
            }
            if count >= 0 {
                written += count
            } else if Errno.current != .interrupted {
                throw .current
            }
        }
    }

    /// Makes what was written durable, and gives the file the time of the last change that `status` has.
    func finish(likening status: FileStatus? = nil) throws(Errno) {
        if let status {
            let (seconds, rest) = status.modified.quotientAndRemainder(dividingBy: 1_000_000_000)
            let borrow: Int64 = rest < 0 ? 1 : 0
            let modified = timespec(tv_sec: Int(seconds - borrow), tv_nsec: Int(rest + borrow * 1_000_000_000))
            try Errno.check(unsafe futimens(descriptor, [modified, modified]))
        }
        try Errno.check(fsync(descriptor))
    }
}
