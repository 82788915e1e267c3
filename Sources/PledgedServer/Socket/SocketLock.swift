import Glibc
import SystemPackage

/// The lock that lets one daemon alone serve a path; held as long as its descriptor is open.
struct SocketLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock, and writes our process id into its file for people who look.
    ///
    /// The file stays when the lock is let go: were it removed, two daemons might hold locks on two files of one name.
    init(path: String, of socketPath: String) throws(ListeningSocketError) {
        let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW
        let opened = unsafe open(path, flags, 0o600)
        guard opened >= 0 else { throw Self.cannotOpen(path, of: socketPath) }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            let errno = Errno(rawValue: Glibc.errno)
            let holder = Self.holder(opened)
            _ = Glibc.close(opened)
            throw Self.cannotLock(path, of: socketPath, holder: holder, errno: errno)
        }
        descriptor = opened
        Self.write("\(getpid())\n", to: opened)
    }

    func release() { _ = Glibc.close(descriptor) }

    /// The process id in the file, for the message alone: the lock is what counts.
    private static func holder(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 20)
        let count = unsafe pread(descriptor, &bytes, bytes.count, 0)
        let digits = bytes.prefix(max(0, count)).prefix { (48...57).contains($0) }
        guard !digits.isEmpty else { return "another daemon" }
        return "the daemon with process id \(String(decoding: digits, as: UTF8.self))"
    }

    private static func write(_ text: String, to descriptor: Int32) {
        // A lock file without a readable id locks just as well.
        _ = ftruncate(descriptor, 0)
        _ = unsafe pwrite(descriptor, Array(text.utf8), text.utf8.count, 0)
    }

    private static func cannotOpen(_ path: String, of socketPath: String) -> ListeningSocketError {
        let errno = Errno(rawValue: Glibc.errno)
        guard errno == .noSuchFileOrDirectory else {
            let advice = "Make its folder writable for the daemon."
            return ListeningSocketError(.refused, "Cannot open the lock '\(path)': \(errno). \(advice)", errno: errno)
        }
        let message = "The folder of the socket '\(socketPath)' is not there. Make it, or choose another socket path."
        return ListeningSocketError(.folderMissing, message, errno: errno)
    }

    private static func cannotLock(
        _ path: String,
        of socketPath: String,
        holder: String,
        errno: Errno
    ) -> ListeningSocketError {
        guard errno == .wouldBlock || errno == .resourceTemporarilyUnavailable else {
            return ListeningSocketError(.refused, "Cannot lock '\(path)': \(errno).", errno: errno)
        }
        let message = "The socket '\(socketPath)' is served by \(holder), which holds the lock '\(path)'."
        return ListeningSocketError(.inUse, message + " Stop it, or choose another socket path.", errno: errno)
    }
}
