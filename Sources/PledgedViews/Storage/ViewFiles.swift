internal import FoundationEssentials
internal import Glibc
internal import PledgedCore

/// The files behind one path.
///
/// `views.sqlite` is a symbolic link to the generation in use, say `views.sqlite.7`, which SQLite accompanies by
/// `views.sqlite.7-wal` and `-shm`. A rebuild makes generation 8 and renames a new link over the old one. SQLite finds
/// the write-ahead log by the resolved name, so neither generation can ever be opened with the other's, not even by
/// another program at that very moment; and whatever dies when, the link leads to the one or to the other, each whole.
struct ViewFiles: Sendable {
    /// Where users look: the link.
    let path: String

    /// - Parameter path: may be a user's own link to where the views are to lie.
    init(path: String) {
        var path = path
        for _ in 0..<Self.linksMax {
            guard let target = Self.linkTarget(path), !Self.isGeneration(target, of: path) else { break }
            path = target
        }
        self.path = path
    }

    private static let linksMax = 8

    private var folder: String { Self.folder(of: path) }
    private var name: String { Self.name(of: path) }

    /// The file in use; nil where there is none yet.
    func current() -> String? {
        let file = Self.linkTarget(path) ?? path
        return FileManager.default.fileExists(atPath: file) ? file : nil
    }

    /// Makes an empty file for the next generation, readable by its owner and group, and returns its path.
    func makeGeneration() throws(ViewError) -> String {
        let last = generations().map(\.number).max() ?? 0
        let path = "\(self.path).\(last + 1)"
        try Self.makeEmpty(path)
        return path
    }

    /// Makes an empty file at `path`, readable by its owner and group, in the place of whatever is there.
    static func makeEmpty(_ path: String) throws(ViewError) {
        let isMade = FileManager.default.createFile(atPath: path, contents: nil)
        guard isMade, unsafe chmod(path, 0o640) == 0 else {
            throw ViewError(
                code: .unusable,
                message: "Cannot make '\(path)'. The folder must exist, have room and be writable for the daemon."
            )
        }
    }

    /// Makes `generation` the one in use, in one step.
    func point(to generation: String) throws(ViewError) {
        let link = "\(path).link"
        try Self.remove(link)
        do {
            try FileManager.default.createSymbolicLink(
                atPath: link,
                withDestinationPath: Self.name(of: generation)
            )
        } catch {
            throw ViewError(code: .unusable, message: "Cannot make the link '\(link)': \(error).")
        }
        guard unsafe rename(link, path) == 0 else {
            throw ViewError(code: .unusable, message: "Cannot rename '\(link)' to '\(path)': error \(errno).")
        }
    }

    /// Makes what the folder lists durable.
    func syncFolder() throws(ViewError) { try Self.sync(folder) }

    /// Makes the file or folder at `path` durable.
    static func sync(_ path: String) throws(ViewError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        defer { if descriptor >= 0 { close(descriptor) } }
        guard descriptor >= 0, fsync(descriptor) == 0 else {
            throw ViewError(code: .unusable, message: "Cannot sync '\(path)': error \(errno).")
        }
    }

    /// Removes what an interrupted rebuild has left: every generation but the one in use.
    func removeLeftovers(besides current: String?) throws(ViewError) {
        try Self.remove("\(path).link")
        for generation in generations() where generation.path != current { try Self.removeDatabase(generation.path) }
        // A plain file that a link has replaced leaves its companions.
        if current != path { for companion in Self.companions { try Self.remove(path + companion) } }
    }

    /// Removes everything: the views are rebuilt from the log.
    func discard() throws(ViewError) {
        try removeLeftovers(besides: nil)
        try Self.removeDatabase(path)
    }

    /// Removes a database with its companions; what is not there is no error.
    static func removeDatabase(_ path: String) throws(ViewError) {
        for companion in companions + [""] { try remove(path + companion) }
    }

    private static let companions = ["-wal", "-shm", "-journal"]

    private static func remove(_ path: String) throws(ViewError) {
        guard unsafe unlink(path) == 0 || errno == ENOENT else {
            throw ViewError(code: .unusable, message: "Cannot remove '\(path)': error \(errno).")
        }
    }

    private func generations() -> [(number: Int, path: String)] {
        let prefix = name + "."
        var found: [Int: String] = [:]
        for entry in Self.entries(of: folder) where entry.hasPrefix(prefix) {
            // A companion whose database is gone counts as well.
            let digits = entry.dropFirst(prefix.count).prefix { $0 != "-" }
            if let number = Self.generationNumber(digits) { found[number] = "\(path).\(digits)" }
        }
        return found.map { ($0.key, $0.value) }
    }

    private static func entries(of folder: String) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            return []  // A folder that is not there has no leftovers; making a file in it will say what is wrong.
        }
    }

    private static func generationNumber(_ digits: Substring) -> Int? {
        digits.utf8.allSatisfy { (48...57).contains($0) } ? Int(digits) : nil
    }

    private static func isGeneration(_ target: String, of path: String) -> Bool {
        guard target.hasPrefix(path + ".") else { return false }
        return generationNumber(target.dropFirst(path.count + 1)) != nil
    }

    /// Where the link at `path` leads; nil where there is no link.
    private static func linkTarget(_ path: String) -> String? {
        do {
            let target = try FileManager.default.destinationOfSymbolicLink(atPath: path)
            return target.hasPrefix("/") ? target : "\(folder(of: path))/\(target)"
        } catch {
            return nil  // Not a link, or nothing at all.
        }
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }
}
