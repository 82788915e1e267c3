import Glibc
import PledgedCore

/// What tells one drop from the next of the same name.
struct FileIdentity: Hashable, Sendable {
    /// In bytes.
    let size: Int64
    let inode: UInt64
    /// The time of the last change of content, in nanoseconds after 1970-01-01T00:00:00Z.
    let modified: Int64

    init(_ status: stat) {
        size = Int64(status.st_size)
        inode = UInt64(status.st_ino)
        modified = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    }

    /// The drop of this file under `name`, as the daemon's events speak of it.
    func dropped(as name: String) -> DroppedFile {
        DroppedFile(name: name, size: size, inode: inode, modified: modified)
    }
}
