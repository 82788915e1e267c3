import PledgedCore
import SystemPackage

/// The file beside the segments that keeps the checkpoints, one line of JSON each.
///
/// It is only ever appended to, and each line is on disk before the next. A last line without its line feed was torn by a
/// crash and does not count.
public enum CheckpointFile {
    /// Of the file, in the log's folder.
    public static let name = "checkpoints"

    /// The checkpoints of a log, and the length of what is whole.
    struct Content: Sendable {
        var checkpoints: [Checkpoint] = []
        var length: UInt64 = 0
    }

    /// Reads lines of checkpoints that were kept elsewhere, a copy of the file for one.
    ///
    /// - Parameters:
    ///   - bytes: Of the file.
    ///   - path: For messages.
    /// - Returns: At least one.
    /// - Throws: ``LogError`` with code `damaged`.
    public static func checkpoints(in bytes: [UInt8], path: String) throws(LogError) -> [Checkpoint] {
        var (checkpoints, number) = ([Checkpoint](), 0)
        for line in bytes.split(separator: LineReader.lineFeed, omittingEmptySubsequences: false) {
            number += 1
            if !line.isEmpty { checkpoints.append(try checkpoint(line, number, byte: UInt64(line.startIndex), path)) }
        }
        if checkpoints.isEmpty {
            throw LogError(LogDamage(file: path, line: 0, byte: 0, what: "it holds no checkpoint"))
        }
        return checkpoints
    }

    /// Reads the file of a log; nothing where there is none.
    static func read(_ storage: any LogStorage) throws(LogError) -> Content {
        let path = storage.path(name)
        let names = try reading(storage.folder) { () throws(Errno) in try storage.names() }
        guard names.contains(name) else { return Content() }
        var reader = try reading(path) { () throws(Errno) in
            let file = try storage.open(name, for: .reading)
            return LineReader(file, from: 0, until: try file.length())
        }
        var (content, number) = (Content(), 0)
        while let line = try reading(path, { () throws(Errno) in try reader.next() }) {
            number += 1
            if line.fault == .cutShort { break }
            let checkpoint = try checkpoint(line.bytes, number, byte: line.offset, path)
            if let last = content.checkpoints.last, checkpoint.position <= last.position {
                throw LogError(damage("its position is not beyond that of the line before", number, line.offset, path))
            }
            content.checkpoints.append(checkpoint)
            content.length = line.end
        }
        return content
    }

    private static func checkpoint(
        _ line: ArraySlice<UInt8>,
        _ number: Int,
        byte: UInt64,
        _ path: String
    ) throws(LogError) -> Checkpoint {
        do throws(CheckpointFault) {
            return try Checkpoint(line: line)
        } catch {
            throw LogError(damage(error.what, number, byte, path))
        }
    }

    private static func damage(_ what: String, _ number: Int, _ byte: UInt64, _ path: String) -> LogDamage {
        LogDamage(file: path, line: number, byte: byte, what: what)
    }
}
