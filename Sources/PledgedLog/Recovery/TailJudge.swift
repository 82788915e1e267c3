import PledgedCore
import SystemPackage

/// Decides whether what follows the last whole line of a log was torn by a crash or damaged later.
///
/// Torn is what was being written when the machine or the process stopped, and has never been acknowledged. A group of
/// entries is written at once, and a power loss may keep its later sectors without its earlier ones. What speaks:
///
/// 1. An entry further on that says `durable` beyond the first bad line was written when that line was on disk already:
///    damage.
/// 2. No entry further on: torn; the line is cut short, zeros or garbage.
/// 3. Entries further on, and a sector of the bad line was lost, which reads as zeros: torn.
/// 4. Otherwise damage: nothing is thrown away in doubt.
struct TailJudge {
    enum Verdict: Hashable {
        case torn, damaged
    }

    /// Bytes of the smallest unit that a disk writes or loses.
    private static let sectorSize: UInt64 = 512

    /// Of the first event that is missing.
    private let position: LogPosition
    private var sectorIsLost = false
    private var entryFollows = false
    private var lineIsDurable = false

    /// Reads the rest of a segment from its first bad line on.
    static func judge(
        _ file: any LogFile,
        from offset: UInt64,
        until length: UInt64,
        missing position: LogPosition
    ) throws(Errno) -> Verdict {
        var judge = TailJudge(position: position)
        var reader = LineReader(file, from: offset, until: length)
        var isFirst = true
        while let line = try reader.next() {
            if isFirst { judge.sectorIsLost = losesSector(line) }
            judge.take(line.bytes, isFirst: isFirst)
            isFirst = false
        }
        return judge.verdict
    }

    private init(position: LogPosition) { self.position = position }

    private var verdict: Verdict {
        if lineIsDurable { return .damaged }
        return !entryFollows || sectorIsLost ? .torn : .damaged
    }

    private mutating func take(_ line: ArraySlice<UInt8>, isFirst: Bool) {
        for start in Self.entryStarts(in: line) where !(isFirst && start == line.startIndex) {
            guard let frame = EntryFrame(line: line[start...]) else { continue }
            entryFollows = true
            if frame.durable > position { lineIsDurable = true }
        }
    }

    /// Where in a line an entry may begin.
    ///
    /// A damaged line may have swallowed the line feed before the next. Only there the JSON that the log writes has a
    /// space between a digit and a brace: within strings quotes are escaped.
    private static func entryStarts(in line: ArraySlice<UInt8>) -> [Int] {
        var starts: [Int] = []
        var rest = line.dropFirst(ChainHash.length)
        while let space = rest.fastFirstIndex(of: UInt8(ascii: " ")) {
            rest = rest[(space + 1)...]
            if rest.starts(with: entryStart) { starts.append(space - ChainHash.length) }
        }
        return starts
    }

    private static let entryStart = Array("{\"".utf8)

    /// Whether a sector, as far as it lies behind the last whole line, holds zeros alone: no entry has any.
    private static func losesSector(_ line: LineReader.Line) -> Bool {
        var start = line.bytes.startIndex
        var offset = line.offset
        while true {
            let count = Int(sectorSize - offset % sectorSize)
            guard line.bytes.endIndex - start >= count else { return false }
            if line.bytes[start..<start + count].allSatisfy({ $0 == 0 }) { return true }
            start += count
            offset += UInt64(count)
        }
    }
}
