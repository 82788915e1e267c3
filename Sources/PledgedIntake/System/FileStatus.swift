import Glibc
import PledgedCore

/// What the file system says of an entry.
struct FileStatus: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case regular, folder, symbolicLink, fifo, socket, device
    }

    var kind: Kind
    var device: UInt64
    var inode: UInt64
    /// In bytes.
    var size: Int64
    /// The time of the last change of content, in nanoseconds after 1970-01-01T00:00:00Z.
    var modified: Int64
    /// How many names the file has.
    var links: UInt64
}

extension FileStatus {
    init(_ status: stat) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: kind = .regular
        case S_IFDIR: kind = .folder
        case S_IFLNK: kind = .symbolicLink
        case S_IFIFO: kind = .fifo
        case S_IFSOCK: kind = .socket
        default: kind = .device
        }
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        modified = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
        links = UInt64(status.st_nlink)
    }

    /// True where both tell of the same folder.
    func isSameEntry(as other: FileStatus) -> Bool { device == other.device && inode == other.inode }

    /// True where the entry still is what was dropped.
    func isDrop(_ file: DroppedFile) -> Bool {
        inode == file.inode && size == file.size && modified == file.modified
    }

    func droppedFile(named name: EntryName) -> DroppedFile {
        DroppedFile(name: name.description, size: size, inode: inode, modified: modified)
    }
}
