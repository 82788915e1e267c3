import PledgedCore
import SystemPackage

extension SegmentWalk {
    /// Where a sealed segment's chain ends, read off its last line alone; nil where that is not a whole line.
    static func end(of file: any LogFile, length: UInt64) throws(Errno) -> HashChain? {
        var size: UInt64 = 64 << 10
        while true {
            let start = length > size ? length - size : 0
            let tail = try file.read(at: start, countMax: Int(length - start))
            guard tail.last == LineReader.lineFeed else { return nil }
            let body = tail.dropLast()
            if let before = body.lastIndex(of: LineReader.lineFeed) { return end(body[(before + 1)...]) }
            if start == 0 { return end(body) }
            if size > LineReader.lengthMax { return nil }
            size *= 4
        }
    }

    private static func end(_ line: ArraySlice<UInt8>) -> HashChain? {
        EntryFrame(line: line).map { HashChain(position: $0.end, hash: $0.hash) }
    }
}
