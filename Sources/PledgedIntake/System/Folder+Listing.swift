import CInotifyTools
import Glibc
import SystemPackage

extension Folder {
    /// Calls `visit` with each name but `.` and `..`, in the file system's order, until it returns false.
    func forEachName(_ visit: (EntryName) -> Bool) throws(Errno) {
        // A descriptor of its own: the place in a listing belongs to the descriptor, and closedir closes it.
        let copy = try Errno.check(unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC))
        guard let listing = unsafe fdopendir(copy) else {
            let failure = Errno.current
            close(copy)
            throw failure
        }
        defer { unsafe closedir(listing) }
        while true {
            errno = 0
            guard let entry = unsafe readdir(listing) else {
                guard errno == 0 else { throw Errno.current }
                return
            }
            guard let name = unsafe pledged_entry_name(entry) else { continue }
            let bytes = unsafe Array(UnsafeRawBufferPointer(start: name, count: strlen(name)))
            guard bytes != Self.itself, bytes != Self.parent else { continue }
            guard visit(EntryName(bytes: bytes)) else { return }
        }
    }

    private static let itself = Array(".".utf8)
    private static let parent = Array("..".utf8)
}
