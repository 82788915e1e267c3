import PledgedCore
import SystemPackage

/// Goes through a segment from its start and checks that every line follows from the one before.
struct SegmentWalk {
    let path: String
    let length: UInt64
    /// After the last whole line.
    private(set) var chain: HashChain
    private(set) var entries = 0
    /// After the last whole line.
    private(set) var offset: UInt64 = 0
    private(set) var index = SparseIndex()
    /// Entries of which no later one says that they are on disk: the last group, as a rule.
    private var unvouched: [(position: LogPosition, offset: UInt64)] = []
    private var durable = LogPosition.start
    private let file: any LogFile
    private let redactions: Redactions

    /// - Parameters:
    ///   - file: The segment's file.
    ///   - path: For messages.
    ///   - length: How much of the file to check.
    ///   - chain: Where the segment before ended.
    ///   - redactions: Of the log.
    init(
        _ file: any LogFile,
        path: String,
        length: UInt64,
        after chain: HashChain,
        redactions: Redactions
    ) {
        self.redactions = redactions
        self.file = file
        self.path = path
        self.length = length
        self.chain = chain
    }

    /// Goes on until the end, or until a line that is not as it was written, whose fault is the answer.
    ///
    /// - Parameter visit: Is shown each entry that is whole.
    /// - Returns: What is wrong with the first line that is not; nil where all are.
    /// - Throws: ``LogError`` with code `unreadable`.
    mutating func run(_ visit: (EntryFrame) -> Void = { _ in }) throws(LogError) -> LineFault? {
        var reader = LineReader(file, from: 0, until: length)
        while let line = try reading(path, { () throws(Errno) in try reader.next() }) {
            do throws(LineFault) {
                if let fault = line.fault { throw fault }
                let frame = try chain.check(line.bytes, redactions)
                index.add(frame.position, at: line.offset)
                if frame.durable > durable {
                    durable = frame.durable
                    unvouched.removeAll { $0.position < durable }
                }
                unvouched.append((frame.position, line.offset))
                visit(frame)
            } catch {
                return error
            }
            entries += 1
            offset = line.end
        }
        return nil
    }

    /// What lies before it is on disk for certain; what follows may be in the system's cache alone.
    var durableOffset: UInt64 { unvouched.first?.offset ?? offset }

    /// Whether what follows the last whole line of the log was torn or damaged.
    func verdict() throws(LogError) -> TailJudge.Verdict {
        try reading(path) { () throws(Errno) in
            try TailJudge.judge(file, from: offset, until: length, missing: chain.position)
        }
    }

    /// The first line that is not as it was written.
    func damage(_ fault: LineFault) -> LogDamage {
        LogDamage(file: path, line: entries + 1, byte: offset, what: fault.description)
    }
}
