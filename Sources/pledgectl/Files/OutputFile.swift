/// A file that a command writes where the user says.
enum OutputFile {
    /// Writes `bytes` to the file at `path`, in one step; what has the name is replaced.
    ///
    /// - Throws: ``Failure``.
    static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
        var rest: [UInt8]? = bytes
        try write(to: path) { () throws(Failure) in rest.take() }
    }

    /// Writes what `next` gives until it gives nil.
    ///
    /// - Throws: ``Failure``; then no file of that name has come or changed.
    static func write(to path: String, from next: () throws(Failure) -> [UInt8]?) throws(Failure) {
        let name = FileName.last(of: path)
        let folder = String(path.dropLast(name.count))
        _ = try AtomicFile.write(name, in: folder.isEmpty ? "." : folder, for: .output, from: next)
    }
}
