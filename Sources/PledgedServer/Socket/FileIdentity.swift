import Glibc
import SystemPackage

/// Which file lies at a path.
struct FileIdentity: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
    let isSocket: Bool

    /// Nil where nothing lies at `path`.
    ///
    /// - Throws: ``ListeningSocketError`` where the folder is missing or may not be entered.
    init?(path: String) throws(ListeningSocketError) {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else {
            let errno = Errno(rawValue: Glibc.errno)
            guard errno == .noSuchFileOrDirectory else {
                throw ListeningSocketError(.refused, "Cannot look at '\(path)': \(errno).", errno: errno)
            }
            return nil
        }
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        isSocket = status.st_mode & S_IFMT == S_IFSOCK
    }
}
