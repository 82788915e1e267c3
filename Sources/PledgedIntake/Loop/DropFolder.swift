import SystemPackage

/// The drop folder as it was found when the watch was armed.
///
/// It is not held open: who holds a folder open keeps others from unmounting its file system.
struct DropFolder: Sendable {
    let realPath: String
    let status: FileStatus
    let fileSystem: FileSystem

    /// Opens the folder at `path`, for the moment; throws why it can't be.
    static func find(path: String) throws(FolderLoss) -> (DropFolder, Folder) {
        guard let realPath = Folder.realPath(path) else { throw .current }
        do {
            let folder = try Folder(path: realPath)
            let (status, fileSystem) = (try folder.status(), try folder.fileSystem())
            return (DropFolder(realPath: realPath, status: status, fileSystem: fileSystem), folder)
        } catch {
            throw FolderLoss(error)
        }
    }

    /// Opens it once more; throws where another lies in its place.
    func open() throws(FolderLoss) -> Folder {
        do {
            let folder = try Folder(path: realPath)
            if try folder.status().isSameEntry(as: status) { return folder }
        } catch {
            throw FolderLoss(error)
        }
        throw .replaced
    }

    /// Why what lies at `path` is no longer this folder, or nil where it is.
    func loss(at path: String) -> FolderLoss? {
        guard let present = Folder.status(ofPath: path) else { return .current }
        return present.isSameEntry(as: status) ? nil : .replaced
    }
}

extension FolderLoss {
    fileprivate static var current: FolderLoss { FolderLoss(.current) }

    init(_ failure: Errno) {
        self = failure == .noSuchFileOrDirectory ? .missing : .failed("\(failure)")
    }
}

extension Folder {
    /// What the entry is by now, or nil where it is gone.
    func glimpse(_ name: EntryName, by clock: some IntakeClock) -> Glimpse? {
        do {
            let status = try status(of: name)
            return Glimpse(status, age: clock.age(of: status.modified))
        } catch {
            guard error != .noSuchFileOrDirectory else { return nil }
            // It cannot be looked at for now: reading it will say why, and will be tried again.
            return Glimpse(kind: .other, links: 1, identity: DropIdentity(size: 0, inode: 0, modified: 0), age: .zero)
        }
    }
}

extension Glimpse {
    fileprivate init(_ status: FileStatus, age: Duration) {
        switch status.kind {
        case .regular: kind = .file
        case .folder: kind = .folder
        case .symbolicLink, .fifo, .socket, .device: kind = .other
        }
        links = status.links
        identity = DropIdentity(size: status.size, inode: status.inode, modified: status.modified)
        self.age = age
    }
}
