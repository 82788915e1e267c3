import Glibc
package import SystemPackage

/// A real folder.
package struct FolderStorage: LogStorage {
    package let folder: String

    /// Uses the folder as it is.
    package init(folder: String) { self.folder = folder }

    /// Makes the folder (mode 0750) where there is none yet; its parent must exist.
    package func create() throws(Errno) {
        if unsafe mkdir(folder, 0o750) != 0 {
            let error = Errno(rawValue: errno)
            if error == .fileExists { return }
            throw error
        }
        try syncFolder(FilePath(folder).removingLastComponent())
    }

    package func names() throws(Errno) -> [String] {
        guard let stream = unsafe opendir(folder) else { throw Errno(rawValue: errno) }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else { break }
            // Where it lies: an entry is as long as its name, and a copy of all 256 bytes would read beyond the listing.
            let name = unsafe UnsafeRawPointer(entry) + Self.nameOffset
            names.append(unsafe String(cString: name.assumingMemoryBound(to: CChar.self)))
        }
        if errno != 0 { throw Errno(rawValue: errno) }
        return names
    }

    private static let nameOffset: Int = {
        guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else {
            preconditionFailure("An entry of a folder has a name.")
        }
        return offset
    }()

    package func open(_ name: String, for purpose: OpenPurpose) throws(Errno) -> any LogFile {
        try PosixFile(path: FilePath(folder).appending(name), purpose: purpose)
    }

    /// Has the system forget what it keeps of a file in memory, so that the next reading comes from the disk.
    ///
    /// Best effort: a file system that cannot do it shows what it remembers, which is no error.
    func forgetCached(_ name: String) {
        let descriptor = unsafe Glibc.open("\(folder)/\(name)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return }
        _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
        _ = Glibc.close(descriptor)
    }

    package func sync() throws(Errno) { try syncFolder(FilePath(folder)) }

    private func syncFolder(_ path: FilePath) throws(Errno) {
        let path = path.isEmpty ? FilePath(".") : path
        let descriptor = try systemCall {
            try FileDescriptor.open(path, .readOnly, options: [.directory, .closeOnExec])
        }
        let status = fsync(descriptor.rawValue)
        let error = Errno(rawValue: errno)
        try systemCall { try descriptor.close() }
        if status != 0 { throw error }
    }
}

/// Narrows what System's calls throw to what they do throw.
func systemCall<Result>(_ call: () throws -> Result) throws(Errno) -> Result {
    do {
        return try call()
    } catch let error as Errno {
        throw error
    } catch {
        preconditionFailure("System threw something else than Errno: \(error).")
    }
}
