import PledgedCore
import Synchronization

/// An entry whose words were taken out.
struct Redaction: Hashable, Sendable {
    /// That of what it held before; it stays in the chain.
    let hash: ChainHash
    /// SHA-256 of the entry as it is now, in 64 hexadecimal digits.
    let digest: String
    /// The entry as it is now; nil where it was read off the log alone.
    let json: [UInt8]?
}

/// The entries of a log that were redacted, by position: what tells them from damaged ones.
final class Redactions: Sendable {
    private let entries: Mutex<[LogPosition: Redaction]>

    init(_ entries: [LogPosition: Redaction] = [:]) { self.entries = Mutex(entries) }

    var all: [LogPosition: Redaction] { entries.withLock { $0 } }

    subscript(position: LogPosition) -> Redaction? { entries.withLock { $0[position] } }

    func add(_ more: [LogPosition: Redaction]) {
        entries.withLock { $0.merge(more) { old, new in new.json == nil ? old : new } }
    }
}

extension HashChain {
    /// Takes the next line, redacted or not, or says what is wrong with it and stays where it is.
    ///
    /// Of an entry that was redacted the words are never given, also where they still stand in the file: in a copy from
    /// before, or because a crash came between.
    mutating func check(_ line: ArraySlice<UInt8>, _ redactions: Redactions) throws(LineFault) -> EntryFrame {
        guard let redaction = redactions[position] else { return try check(line) }
        guard let frame = EntryFrame(line: line) else { throw .malformed }
        guard frame.position == position else { throw .wrongPosition(frame.position, expected: position) }
        guard frame.hash == redaction.hash, let redacted = try redacted(frame, redaction) else { throw .wrongHash }
        self = HashChain(position: redacted.end, hash: redacted.hash)
        return redacted
    }

    private func redacted(_ frame: EntryFrame, _ redaction: Redaction) throws(LineFault) -> EntryFrame? {
        if ChainHash.digest(of: frame.json) == redaction.digest { return frame.asRedacted(isFinished: true) }
        // Overwritten in part, or not at all.
        let isWhole = frame.hash == hash.next(frame.json)
        let json = redaction.json ?? (isWhole ? Blanking.blank(frame.json) : [])
        guard json.count == frame.json.count, ChainHash.digest(of: json[...]) == redaction.digest,
            isWhole || zip(json, frame.json).allSatisfy({ $0 == $1 || $0 == UInt8(ascii: " ") })
        else { return nil }
        return EntryFrame(line: (frame.hash.digits + [UInt8(ascii: " ")] + json)[...])?.asRedacted(isFinished: false)
    }
}

extension EntryFrame {
    fileprivate func asRedacted(isFinished: Bool) -> EntryFrame {
        var frame = self
        frame.redaction = isFinished ? .finished : .unfinished
        return frame
    }

    /// The line of a segment, without its line feed.
    var line: [UInt8] { hash.digits + [UInt8(ascii: " ")] + json }
}
