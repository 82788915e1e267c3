import Glibc
import SystemPackage

/// Keeps a second writer out of a folder for as long as the value lives.
final class FolderLock: Sendable {
    static let name = "lock"
    private let descriptor: FileDescriptor

    /// Takes the lock, or throws `wouldBlock` where another writer has it.
    ///
    /// The lock is `flock`'s: the system gives it back whatever becomes of the process.
    init(folder: String) throws(Errno) {
        let path = FilePath(folder).appending(Self.name)
        let descriptor = try systemCall {
            try FileDescriptor.open(
                path,
                .readWrite,
                options: [.create, .noFollow, .closeOnExec],
                permissions: FilePermissions(rawValue: 0o640)
            )
        }
        if flock(descriptor.rawValue, LOCK_EX | LOCK_NB) != 0 {
            let error = Errno(rawValue: errno)
            try systemCall { try descriptor.close() }
            throw error
        }
        self.descriptor = descriptor
    }

    deinit {
        // A process that was just forked off shares the lock until it runs its own program; closing would not be enough.
        flock(descriptor.rawValue, LOCK_UN)
        do {
            try descriptor.close()
        } catch {
            assertionFailure("close: \(error)")
        }
    }
}
