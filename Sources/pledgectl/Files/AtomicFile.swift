import SystemPackage

/// A file that comes to be in one step: under a hidden name first, then whole under its own.
///
/// A reader of the folder, and the next start after a power failure, sees the whole file or none.
enum AtomicFile {
    /// What the file is for.
    enum Purpose: Sendable {
        /// The program's own output: replaces what has the name, and the umask holds.
        case output
        /// For the daemon: never replaces, and is readable for the daemon's user whatever the umask is.
        case drop
    }

    /// Writes the file `name` in `folder`, bytes from `next` until it gives nil, and returns what it is on disk.
    ///
    /// - Throws: ``Failure``; then no file of that name has come or changed, and the hidden one is removed again.
    static func write(
        _ name: String,
        in folder: String,
        for purpose: Purpose,
        from next: () throws(Failure) -> [UInt8]?
    ) throws(Failure) -> FileIdentity {
        let (hidden, target) = ("\(folder)/\(hiddenName())", "\(folder)/\(name)")
        let file = try create(hidden, in: folder)
        do throws(Failure) {
            let identity = try fill(file, hidden, for: purpose, from: next)
            try rename(hidden, target, for: purpose)
            try flush(folder)
            return identity
        } catch {
            try remove(hidden, after: error)
            throw error
        }
    }

    /// Begins with a dot, which the daemon skips.
    private static func hiddenName() -> String {
        ".pledgectl-\(String(UInt64.random(in: 0...UInt64.max), radix: 36))"
    }

    private static func create(_ path: String, in folder: String) throws(Failure) -> FileDescriptor {
        do {
            return try FileDescriptor.open(
                FilePath(path),
                .writeOnly,
                options: [.create, .exclusiveCreate, .closeOnExec],
                permissions: [.ownerReadWrite, .groupRead, .otherRead]
            )
        } catch {
            throw SourceFile.cannot("write into the folder", folder, error)
        }
    }

    private static func fill(
        _ file: FileDescriptor,
        _ path: String,
        for purpose: Purpose,
        from next: () throws(Failure) -> [UInt8]?
    ) throws(Failure) -> FileIdentity {
        defer { SourceFile.close(file) }
        while let bytes = try next() {
            do { try file.writeAll(bytes) } catch { throw SourceFile.cannot("write", path, error) }
        }
        do throws(Errno) {
            if purpose == .drop {
                try SystemCalls.setPermissions([.ownerReadWrite, .groupRead, .otherRead], of: file)
            }
            try SystemCalls.flush(file)
            return FileIdentity(try SystemCalls.status(of: file))
        } catch {
            throw SourceFile.cannot("put on disk", path, error)
        }
    }

    private static func rename(_ hidden: String, _ target: String, for purpose: Purpose) throws(Failure) {
        do throws(Errno) {
            switch purpose {
            case .output: try SystemCalls.rename(hidden, replacing: target)
            case .drop: try SystemCalls.rename(hidden, to: target)
            }
        } catch .fileExists {
            throw Failure(
                .no,
                "'\(PlainText.name(target))' is there already and was left alone. Wait until it is taken in, or rename one."
            )
        } catch {
            throw SourceFile.cannot("create", target, error)
        }
    }

    /// Puts the folder's new name on disk.
    private static func flush(_ folder: String) throws(Failure) {
        do {
            let descriptor = try FileDescriptor.open(FilePath(folder), .readOnly, options: [.directory, .closeOnExec])
            defer { SourceFile.close(descriptor) }
            try SystemCalls.flush(descriptor)
        } catch {
            throw SourceFile.cannot("put on disk", folder, error)
        }
    }

    private static func remove(_ hidden: String, after failure: Failure) throws(Failure) {
        do throws(Errno) {
            try SystemCalls.remove(hidden)
        } catch .noSuchFileOrDirectory {
            // It has its own name by now: nothing is left behind.
        } catch {
            let rest = "And '\(PlainText.name(hidden))' stayed behind (\(error)): remove it."
            throw Failure(failure.status, [failure.message, rest].compactMap { $0 }.joined(separator: " "))
        }
    }
}
