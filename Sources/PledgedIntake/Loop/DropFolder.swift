import Glibc
import SystemPackage

/// The drop folder as it was found when the watch was armed.
struct DropFolder: Sendable {
    let folder: Folder
    let realPath: String
    let status: FileStatus
    let fileSystem: FileSystem

    /// Opens the folder at `path`; throws why it can't be.
    init(path: String) throws(FolderLoss) {
        guard let realPath = Folder.realPath(path) else {
            throw Errno.current == .noSuchFileOrDirectory ? .missing : .failed("\(Errno.current)")
        }
        self.realPath = realPath
        do {
            folder = try Folder(path: realPath)
            status = try folder.status()
            fileSystem = try folder.fileSystem()
        } catch {
            throw .failed("\(error)")
        }
    }

    /// Why what lies at `path` is no longer this folder, or nil where it is.
    func loss(at path: String) -> FolderLoss? {
        guard let present = Folder.status(ofPath: path) else {
            return Errno.current == .noSuchFileOrDirectory ? .missing : .failed("\(Errno.current)")
        }
        return present.isSameEntry(as: status) ? nil : .replaced
    }

    /// What the entry is by now, or nil where it is gone.
    func glimpse(_ name: EntryName) -> Glimpse? {
        do {
            let status = try folder.status(of: name)
            return Glimpse(status, now: Self.nanosecondsNow())
        } catch {
            guard error != .noSuchFileOrDirectory else { return nil }
            // It cannot be looked at for now: reading it will say why, and will be tried again.
            return Glimpse(kind: .other, links: 1, identity: DropIdentity(size: 0, inode: 0, modified: 0), age: .zero)
        }
    }

    private static func nanosecondsNow() -> Int64 {
        var time = timespec()
        // It cannot fail for this clock.
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

extension Glimpse {
    fileprivate init(_ status: FileStatus, now: Int64) {
        switch status.kind {
        case .regular: kind = .file
        case .folder: kind = .folder
        case .symbolicLink, .fifo, .socket, .device: kind = .other
        }
        links = status.links
        identity = DropIdentity(size: status.size, inode: status.inode, modified: status.modified)
        age = .nanoseconds(now) - .nanoseconds(status.modified)
    }
}
