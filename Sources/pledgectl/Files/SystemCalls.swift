import CRename
import Glibc
import SystemPackage

/// The calls that SystemPackage has no words for; the only place where the program hands pointers to C.
enum SystemCalls {
    /// Puts what was written to `file` on disk.
    static func flush(_ file: FileDescriptor) throws(Errno) { try check(fsync(file.rawValue)) }

    static func setPermissions(_ permissions: FilePermissions, of file: FileDescriptor) throws(Errno) {
        try check(fchmod(file.rawValue, mode_t(permissions.rawValue)))
    }

    static func status(of file: FileDescriptor) throws(Errno) -> stat {
        var status = stat()
        try check(unsafe fstat(file.rawValue, &status))
        return status
    }

    /// Renames `source` to `target` in one step, replacing a file that is there.
    static func rename(_ source: String, replacing target: String) throws(Errno) {
        try check(unsafe Glibc.rename(source, target))
    }

    /// Renames `source` to `target` in one step.
    ///
    /// - Throws: `Errno.fileExists` where `target` is there already, and nothing has changed.
    static func rename(_ source: String, to target: String) throws(Errno) {
        do throws(Errno) {
            try check(unsafe pledged_rename_without_replacing(AT_FDCWD, source, AT_FDCWD, target))
        } catch {
            // File systems that cannot refuse to replace (NFS) can refuse a second link of a name.
            guard error == .invalidArgument || error == .noFunction else { throw error }
            try check(unsafe link(source, target))
            try remove(source)
        }
    }

    static func remove(_ path: String) throws(Errno) { try check(unsafe unlink(path)) }

    /// Makes a folder; one that is there already is well.
    static func makeFolder(_ path: String) throws(Errno) {
        do throws(Errno) {
            try check(unsafe mkdir(path, 0o777))
        } catch {
            guard error == .fileExists else { throw error }
        }
    }

    private static func check(_ result: Int32) throws(Errno) {
        if result != 0 { throw Errno(rawValue: errno) }
    }
}
