import PledgedCore

/// Copies files into the drop folder.
struct DropCopy: Sendable {
    let folder: String

    /// Copies the file at `path` under its own name, in one step, and returns the drop that the daemon will see.
    ///
    /// After a failure the folder is as it was.
    func copy(_ path: String) -> Result<DroppedFile, Failure> {
        Result { () throws(Failure) in try copied(path) }
    }

    private func copied(_ path: String) throws(Failure) -> DroppedFile {
        let source = try SourceFile.open(path)
        defer { SourceFile.close(source) }
        let name = FileName.last(of: path)
        let identity = try AtomicFile.write(name, in: folder, for: .drop) { () throws(Failure) in
            try SourceFile.chunk(of: source, path)
        }
        return identity.dropped(as: name)
    }
}
