import CRename
import Glibc
import SystemPackage

extension Folder {
    /// Gives the entry `name` the name `newName` in `target`, and never replaces another entry there.
    ///
    /// - Throws: `fileExists` where the name is taken, `improperLink` where the folders lie on two file systems.
    func move(_ name: EntryName, to target: Folder, as newName: EntryName) throws(Errno) {
        let (from, to) = (name.cString, newName.cString)
        guard unsafe pledged_rename_without_replacing(descriptor, from, target.descriptor, to) != 0 else { return }
        let failure = Errno.current
        // Not every file system (NFS, FUSE) knows how to rename without replacing; a link never replaces either.
        guard failure == .invalidArgument || failure == .noFunction else { throw failure }
        try Errno.check(unsafe linkat(descriptor, from, target.descriptor, to, 0))
        try Errno.check(unsafe unlinkat(descriptor, from, 0))
    }

    func remove(_ name: EntryName) throws(Errno) {
        try Errno.check(unsafe unlinkat(descriptor, name.cString, 0))
    }
}
