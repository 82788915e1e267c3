import Glibc
public import PledgedExtraction
import SystemPackage

/// A folder of a user's rules and words.
public enum RuleFolder {
    /// What the folder's files hold, in the order of their names.
    ///
    /// Hidden files, backups of editors (ending in `~`) and texts for people (ending in `.md`) are passed over; links are
    /// followed. What the files say is not looked at: a ``Reader`` does that.
    ///
    /// - Throws: ``RuleFolderError`` where the folder or a file in it cannot be read, or there is too much of it.
    public static func files(in folder: String) throws(RuleFolderError) -> [RuleFile] {
        var files: [RuleFile] = []
        var bytesLeft = RuleFile.bytesMax
        for name in try names(in: folder) {
            let bytes = try bytes(of: "\(folder)/\(name)", countMax: bytesLeft)
            bytesLeft -= bytes.count
            files.append(RuleFile(name: name, bytes: bytes))
        }
        return files
    }

    private static func names(in folder: String) throws(RuleFolderError) -> [String] {
        let all: [String]
        do {
            all = try listing(of: folder)
        } catch {
            throw RuleFolderError(path: folder, sentence: "The folder cannot be read: \(error). Check path and mode.")
        }
        let names = all.filter { !$0.hasPrefix(".") && !$0.hasSuffix("~") && !$0.hasSuffix(".md") }.sorted()
        guard names.count <= RuleFile.countMax else {
            let sentence = "There are \(names.count) files; \(RuleFile.countMax) at the most are read. Keep fewer."
            throw RuleFolderError(path: folder, sentence: sentence)
        }
        return names
    }

    private static func listing(of folder: String) throws(Errno) -> [String] {
        guard let stream = unsafe opendir(folder) else { throw Errno(rawValue: errno) }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = unsafe readdir(stream) else { break }
            // Where it lies: an entry is as long as its name, and a copy of all 256 bytes would read beyond the listing.
            let name = unsafe UnsafeRawPointer(entry) + nameOffset
            names.append(unsafe String(cString: name.assumingMemoryBound(to: CChar.self)))
        }
        guard errno == 0 else { throw Errno(rawValue: errno) }
        return names
    }

    private static let nameOffset: Int = {
        guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else {
            preconditionFailure("An entry of a folder has a name.")
        }
        return offset
    }()

    private static func bytes(of path: String, countMax: Int) throws(RuleFolderError) -> [UInt8] {
        do {
            // A pipe without a writer must not hold the program up.
            let file = try FileDescriptor.open(FilePath(path), .readOnly, options: [.nonBlocking, .closeOnExec])
            return try file.closeAfter { try bytes(of: file, path, countMax: countMax) }
        } catch let error as RuleFolderError {
            throw error
        } catch {
            throw RuleFolderError(
                path: path,
                sentence: "This cannot be read: \(error). Only files of rules belong here."
            )
        }
    }

    private static func bytes(of file: FileDescriptor, _ path: String, countMax: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            let chunk = try unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
                count = try unsafe file.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
            if chunk.isEmpty { return bytes }
            bytes += chunk
            guard bytes.count <= countMax else {
                let sentence =
                    "With it there are more than \(RuleFile.bytesMax) bytes of rules in the folder. Keep fewer."
                throw RuleFolderError(path: path, sentence: sentence)
            }
        }
    }
}
