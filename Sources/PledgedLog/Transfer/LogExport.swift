import PledgedCore
import SystemPackage

/// A log as lines of JSON that any program can read.
///
/// Each holds an entry and the hash that it has in the log:
///
///     {"entry":<one entry as it stands in the log>,"hash":"<64 hexadecimal digits>"}
public enum LogExport {
    /// Gives the lines of a log one after the other; every entry is checked on the way.
    ///
    /// A redacted entry comes as it is now, with the hash that it has in the log.
    ///
    /// - Parameters:
    ///   - folder: The log's; it may be written meanwhile.
    ///   - write: Is given each line with its line feed.
    /// - Returns: How many entries there were.
    /// - Throws: ``LogError`` with code `damaged` or `unreadable`, or what `write` throws.
    public static func run(folder: String, write: (ArraySlice<UInt8>) throws -> Void) throws -> UInt64 {
        var source = try LogSource(folder: folder)
        var count: UInt64 = 0
        while let frame = try source.next() {
            try write(line(frame)[...])
            count += 1
        }
        return count
    }

    private static func line(_ frame: EntryFrame) -> [UInt8] {
        prefix + frame.json + middle + frame.hash.digits + suffix + [LineReader.lineFeed]
    }

    static let prefix = Array("{\"entry\":".utf8)
    static let middle = Array(",\"hash\":\"".utf8)
    static let suffix = Array("\"}".utf8)

    /// The line of a segment that an exported line was made of; nil for any other.
    static func segmentLine(_ line: ArraySlice<UInt8>) -> [UInt8]? {
        let tail = middle.count + ChainHash.length + suffix.count
        guard line.starts(with: prefix), line.count > prefix.count + tail, line.suffix(suffix.count) == suffix[...]
        else {
            return nil
        }
        let json = line.dropFirst(prefix.count).dropLast(tail)
        let rest = line.suffix(tail)
        guard rest.starts(with: middle) else { return nil }
        return Array(rest.dropFirst(middle.count).dropLast(suffix.count)) + [UInt8(ascii: " ")] + json
    }
}

/// Reads the entries of a log's files in order, each checked against the one before.
struct LogSource {
    private let storage: FolderStorage
    private let names: [SegmentName]
    private let redactions: Redactions
    private var number = 0
    private var reader: LineReader?
    private var path = ""
    private var line = 0
    private(set) var chain = HashChain.start

    init(folder: String) throws(LogError) {
        storage = FolderStorage(folder: folder)
        names = try storage.segmentNames()
        redactions = try Redactions(storage, thorough: true)
    }

    /// The next entry; nil at the end, where an unfinished line does not count.
    mutating func next() throws(LogError) -> EntryFrame? {
        while true {
            if reader == nil {
                guard number < names.count else { return nil }
                try openNext()
            }
            let found = try reading(path) { () throws(Errno) in try reader?.next() }
            guard let found else {
                reader = nil
                continue
            }
            line += 1
            if found.fault == .cutShort, number == names.count { return nil }
            do throws(LineFault) {
                if let fault = found.fault { throw fault }
                return try chain.check(found.bytes, redactions)
            } catch {
                throw LogError(LogDamage(file: path, line: line, byte: found.offset, what: error.description))
            }
        }
    }

    private mutating func openNext() throws(LogError) {
        let name = names[number]
        path = storage.path(name.file)
        guard name.first == chain.position else {
            throw LogError(.gap(before: path, first: name.first, expected: chain.position))
        }
        let (file, length) = try storage.open(name, for: .reading)
        reader = LineReader(file, from: 0, until: length)
        number += 1
        line = 0
    }
}
