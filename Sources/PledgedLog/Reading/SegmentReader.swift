import PledgedCore
import SystemPackage

/// Reads the entries of one segment from somewhere in it, each checked against the one before.
struct SegmentReader {
    private let path: String
    private var reader: LineReader
    private let redactions: Redactions
    /// Nil until the first line has given a hash to check the second against.
    private var chain: HashChain?

    /// - Parameters:
    ///   - segment: Where to read.
    ///   - storage: The folder that it lies in.
    ///   - position: The entry that holds it is read, and a few before it.
    ///   - length: How much of the file is durable; nil for a sealed segment, all of it.
    /// - Throws: ``LogError`` with code `unreadable` or `damaged`.
    init(
        _ segment: Segment,
        in storage: any LogStorage,
        from position: LogPosition,
        until length: UInt64?
    ) throws(LogError) {
        path = storage.path(segment.name.file)
        redactions = segment.redactions
        let (file, fileLength) = try storage.open(segment.name, for: .reading)
        let offset = try segment.offset(before: position, in: file, path: path)
        reader = LineReader(
            file,
            from: offset ?? 0,
            until: length ?? fileLength,
            chunkSize: Int(SparseIndex.interval)
        )
        chain = offset == nil ? segment.before : nil
    }

    /// The next entry; nil at the end of the durable part.
    mutating func next() throws(LogError) -> EntryFrame? {
        while let line = try reading(path, { () throws(Errno) in try reader.next() }) {
            do throws(LineFault) {
                if let fault = line.fault { throw fault }
                guard var chain else {
                    guard let frame = EntryFrame(line: line.bytes) else { throw .malformed }
                    self.chain = HashChain(position: frame.end, hash: frame.hash)
                    continue
                }
                let frame = try chain.check(line.bytes, redactions)
                self.chain = chain
                return frame
            } catch {
                // The line's number is not known, since reading did not begin at the first.
                throw LogError(LogDamage(file: path, line: 0, byte: line.offset, what: error.description))
            }
        }
        return nil
    }
}
