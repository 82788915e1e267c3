import PledgedCore

/// Where a chain of entries has got to: what the next entry's position and hash follow from.
struct HashChain: Hashable, Sendable {
    /// Of the next event.
    var position: LogPosition
    /// Of the last entry.
    var hash: ChainHash

    /// Before the first entry of a log.
    static let start = HashChain(position: .start, hash: .zero)

    /// Adds an entry, and its line to `lines`.
    ///
    ///     <64 hex digits> <space> <one entry: a JSON object> <line feed>
    ///
    /// The digits are SHA-256 of the digits of the line before and of this line's JSON, so that each entry vouches for
    /// all before it.
    mutating func add(
        _ draft: EntryDraft,
        durable: LogPosition,
        recorded: String,
        to lines: inout LineWriter
    ) {
        let start = lines.count
        // The digits of the line before, right before the JSON: they are hashed with it, and then give way to this line's.
        lines.text(" ")
        lines.digits(of: hash)
        draft.write(to: &lines, position: position, durable: durable, recorded: recorded)
        hash = lines.hash(from: start + 1)
        lines.replace(at: start, by: hash)
        lines.text("\n")
        position = position.advanced(by: draft.events.count)
    }

    /// Takes the next line, or says what is wrong with it and stays where it is.
    mutating func check(_ line: ArraySlice<UInt8>) throws(LineFault) -> EntryFrame {
        guard let frame = EntryFrame(line: line) else { throw .malformed }
        guard frame.hash == hash.next(frame.json) else { throw .wrongHash }
        guard frame.position == position else { throw .wrongPosition(frame.position, expected: position) }
        self = HashChain(position: frame.end, hash: frame.hash)
        return frame
    }
}
