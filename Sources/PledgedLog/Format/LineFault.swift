import PledgedCore

/// Why a line of a segment is not an entry, or not the one that belongs there.
enum LineFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The file ends in it.
    case cutShort
    case tooLong
    case malformed
    case wrongHash
    case wrongPosition(LogPosition, expected: LogPosition)

    var description: String {
        switch self {
        case .cutShort: "the line is cut short"
        case .tooLong: "the line is longer than \(LineReader.lengthMax) bytes"
        case .malformed: "the line does not have the form of an entry"
        case .wrongHash: "the hash is not that of this entry and all before it"
        case .wrongPosition(let found, let expected): "the entry is at position \(found.offset), not \(expected.offset)"
        }
    }
}
