import CInotifyTools
import Glibc
import SystemPackage

/// An open folder; every name is looked up in it and not by path, so that it may be moved meanwhile.
final class Folder: Sendable {
    let descriptor: Int32

    private init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// Opens the folder at `path`, following links.
    convenience init(path: String) throws(Errno) {
        self.init(descriptor: try Errno.check(unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)))
    }

    /// Opens the folder `name` in this one, not following a link.
    func folder(_ name: EntryName) throws(Errno) -> Folder {
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        return Folder(descriptor: try Errno.check(unsafe openat(descriptor, name.cString, flags)))
    }

    /// Makes the folder `name` in this one where there is none.
    func makeFolder(_ name: EntryName) throws(Errno) {
        guard unsafe mkdirat(descriptor, name.cString, 0o750) != 0 else { return }
        guard Errno.current != .fileExists else { return }
        throw Errno.current
    }

    func status() throws(Errno) -> FileStatus {
        var status = stat()
        try Errno.check(unsafe fstat(descriptor, &status))
        return FileStatus(status)
    }

    /// Says what `name` is; of a link, not of what it leads to.
    func status(of name: EntryName) throws(Errno) -> FileStatus {
        var status = stat()
        try Errno.check(unsafe fstatat(descriptor, name.cString, &status, AT_SYMLINK_NOFOLLOW))
        return FileStatus(status)
    }

    /// Says what `name` is, or nil where there is no such entry.
    func statusIfPresent(of name: EntryName) throws(Errno) -> FileStatus? {
        do {
            return try status(of: name)
        } catch {
            guard error == .noSuchFileOrDirectory else { throw error }
            return nil
        }
    }

    /// What the path leads to now, or nil where it leads nowhere that can be seen.
    static func status(ofPath path: String) -> FileStatus? {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return nil }
        return FileStatus(status)
    }

    func fileSystem() throws(Errno) -> FileSystem {
        var statistics = statfs()
        try Errno.check(unsafe fstatfs(descriptor, &statistics))
        return FileSystem(magic: UInt32(truncatingIfNeeded: statistics.f_type))
    }

    /// The path without links, or nil where it leads nowhere.
    static func realPath(_ path: String) -> String? {
        guard let resolved = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(resolved) }
        return unsafe String(cString: resolved)
    }
}
