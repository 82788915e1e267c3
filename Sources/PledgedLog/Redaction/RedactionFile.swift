import FoundationEssentials
import PledgedCore
import SystemPackage

/// The file beside the segments that says what is redacted, or is to be: one line of JSON an article.
///
/// A line is on disk before anything is overwritten, so that what a crash interrupts is finished by the next start. All
/// that it says stands in the log as well, in the events `article.redacted`: a file that is lost is made again.
struct RedactionFile {
    static let name = "redactions"

    /// The redaction of one article.
    struct Record: Codable, Hashable, Sendable {
        struct Entry: Codable, Hashable, Sendable {
            var digest: String
            /// What the entry is to be: JSON; empty where the file was lost after that was done.
            var entry: String
            var hash: String
            var position: LogPosition
        }

        var article: ArticleID
        var by: String?
        var entries: [Entry]
        /// Where the log ended when it was asked for: its event lies there, or further on.
        var from: LogPosition
        var reason: String

        var event: Event {
            .articleRedacted(
                ArticleRedacted(
                    by: by,
                    entries: entries.map { .init(position: $0.position, hash: $0.hash, digest: $0.digest) },
                    reason: reason
                )
            )
        }
    }

    private(set) var records: [Record] = []
    /// Of what is whole.
    private var length: UInt64 = 0

    init(_ record: Record) { records = [record] }

    /// Reads the file of a log; nothing where there is none.
    init(_ storage: any LogStorage) throws(LogError) {
        let path = storage.path(Self.name)
        let names = try reading(storage.folder) { () throws(Errno) in try storage.names() }
        guard names.contains(Self.name) else { return }
        var reader = try reading(path) { () throws(Errno) in
            let file = try storage.open(Self.name, for: .reading)
            return LineReader(file, from: 0, until: try file.length())
        }
        var number = 0
        while let line = try reading(path, { () throws(Errno) in try reader.next() }) {
            number += 1
            // A crash tore it: nothing was overwritten yet.
            if line.fault == .cutShort { break }
            do {
                records.append(try EventCoding.decode(Record.self, from: Data(line.bytes)))
            } catch {
                let what = "the line is no redaction (\(error))"
                throw LogError(LogDamage(file: path, line: number, byte: line.offset, what: what))
            }
            length = line.end
        }
    }

    /// What the records say, by position.
    func redactions() -> [LogPosition: Redaction] {
        var redactions: [LogPosition: Redaction] = [:]
        for entry in records.flatMap(\.entries) {
            guard let hash = ChainHash(Array(entry.hash.utf8)[...]) else { continue }
            let json = entry.entry.isEmpty ? nil : Array(entry.entry.utf8)
            redactions[entry.position] = Redaction(hash: hash, digest: entry.digest, json: json)
        }
        return redactions
    }

    /// Adds a record and returns when it is on disk.
    mutating func add(_ record: Record, to storage: any LogStorage) throws(LogError) {
        let line: [UInt8]
        do {
            line = Array(try EventCoding.encode(record)) + [LineReader.lineFeed]
        } catch {
            throw LogError(code: .unencodable, message: "A redaction has no JSON: \(error).")
        }
        do {
            let file: any LogFile
            if try storage.names().contains(Self.name) {
                file = try storage.open(Self.name, for: .writing)
                if try file.length() > length { try file.truncate(to: length) }
            } else {
                file = try storage.open(Self.name, for: .creating)
            }
            var rest = line[...]
            var end = length
            while !rest.isEmpty {
                let count = try file.write(rest, at: end)
                if count == 0 { throw Errno.noSpace }
                rest = rest.dropFirst(count)
                end += UInt64(count)
            }
            try file.sync()
            try storage.sync()
            length = end
        } catch {
            throw RedactionTrouble.error(error, "write down a redaction in '\(storage.path(Self.name))'")
        }
        records.append(record)
    }
}

enum RedactionTrouble {
    static func error(_ error: any Error, _ action: String) -> LogError {
        if let error = error as? LogError { return error }
        let number = error as? Errno
        return LogError(
            code: number?.isExhaustion == true ? .full : .unwritable,
            message: """
                Cannot \(action): \(error). Readers see no word of what was to be taken out, if that was begun; make room, \
                make sure that the folder may be written to, and ask again, or start again, which finishes it.
                """,
            errno: number?.rawValue
        )
    }
}
