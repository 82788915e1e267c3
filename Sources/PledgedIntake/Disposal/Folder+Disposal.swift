import SystemPackage

extension Folder {
    /// Opens the folder at `path`, and makes what is missing of it.
    static func make(path: String) throws(Errno) -> Folder {
        do {
            return try Folder(path: path)
        } catch .noSuchFileOrDirectory {
            let path = FilePath(path)
            guard let name = path.lastComponent?.string, path.removingLastComponent() != path else {
                throw .noSuchFileOrDirectory
            }
            try make(path: path.removingLastComponent().string).makeFolder(EntryName(name))
            return try Folder(path: path.string)
        }
    }

    func has(_ name: EntryName) throws(Errno) -> Bool { try statusIfPresent(of: name) != nil }

    /// The name itself, or with a number where it is taken.
    func freeName(for name: EntryName) throws(Errno) -> EntryName {
        name.numbered(try FreeNumber.find { number throws(Errno) in try has(name.numbered(number)) })
    }

    /// Returns a file that was moved by mistake, under another number where its name is taken by now.
    func putBack(_ name: EntryName, to drop: Folder, as oldName: EntryName) throws(Errno) {
        for _ in 0..<FreeNumber.attemptsMax {
            do {
                return try move(name, to: drop, as: drop.freeName(for: oldName))
            } catch {
                guard error == .fileExists else { throw error }
            }
        }
        throw .fileExists
    }

    /// Moves an entry to a folder on another file system: copies it, makes the copy durable, removes the original.
    ///
    /// A link or a FIFO is only removed: it has no content, and the reason that is written says what it was.
    ///
    /// - Returns: False where the new name is taken.
    func copy(
        _ name: EntryName,
        _ status: FileStatus,
        to target: Folder,
        as newName: EntryName,
        progress: () -> Void
    ) throws(Errno) -> Bool {
        guard try !target.has(newName) else { return false }
        if status.kind == .regular {
            let working = EntryName(".pledged-copy-\(status.inode)")
            do {
                try copyContent(of: name, status, to: target, as: working, progress: progress)
                try target.move(working, to: target, as: newName)
            } catch {
                if try target.has(working) { try target.remove(working) }
                guard error == .fileExists else { throw error }
                return false
            }
        }
        try remove(name)
        return true
    }

    private func copyContent(
        of name: EntryName,
        _ status: FileStatus,
        to target: Folder,
        as working: EntryName,
        progress: () -> Void
    ) throws(Errno) {
        // A crash may have left one.
        if try target.has(working) { try target.remove(working) }
        let source = try OpenFile(reading: name, in: self)
        let copy = try OpenFile(making: working, in: target)
        while true {
            let chunk = try source.read(countMax: 1 << 18)
            guard !chunk.isEmpty else { break }
            try copy.write(chunk)
            progress()
        }
        try copy.finish(likening: status)
        // It changed meanwhile: the copy is none, and the original stays for another time.
        guard try self.status(of: name) == status else { throw .resourceBusy }
    }
}
