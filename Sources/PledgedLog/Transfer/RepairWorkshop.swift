import Glibc
import PledgedCore
import SystemPackage

/// Builds the segments that a repair puts in the place of damaged ones.
struct RepairWorkshop {
    private struct Piece {
        let name: SegmentName
        let entries: Int
        let replaces: Bool
    }

    private let storage: FolderStorage
    private var copy: RepairCopy
    private let redactions: Redactions
    private var chain = HashChain.start
    private var pieces: [Piece] = []

    private static let suffix = ".repairing"
    /// Bytes that are written at once.
    private static let chunk = 1 << 20

    init(_ storage: FolderStorage, copy: RepairCopy, _ redactions: Redactions) {
        self.redactions = redactions
        self.storage = storage
        self.copy = copy
    }

    /// Removes what an interrupted repair has left.
    func removeLeftovers() throws(LogError) {
        let names = try reading(storage.folder) { () throws(Errno) in try storage.names() }
        for name in names where name.hasSuffix(Self.suffix) {
            try changing(name) { () throws(Errno) in try check(unsafe unlink(storage.path(name))) }
        }
    }

    /// Goes through the log and builds what it needs.
    mutating func mend() throws(LogError) {
        let names = try storage.segmentNames()
        for (index, name) in names.enumerated() {
            let limit = index + 1 < names.count ? names[index + 1].first : nil
            if name.first > chain.position {
                try build(SegmentName(first: chain.position), replacing: false, until: name.first)
            }
            guard name.first == chain.position else {
                let damage = LogDamage.gap(before: storage.path(name.file), first: name.first, expected: chain.position)
                throw Self.hopeless(damage)
            }
            if try !isFine(name, until: limit) { try build(name, replacing: true, until: limit) }
        }
        if names.isEmpty { try build(SegmentName(first: .start), replacing: false, until: nil) }
    }

    /// Whether a segment can stay as it is; then the chain is led on to its end.
    private mutating func isFine(_ name: SegmentName, until limit: LogPosition?) throws(LogError) -> Bool {
        let (file, length) = try storage.open(name, for: .reading)
        var walk = SegmentWalk(
            file,
            path: storage.path(name.file),
            length: length,
            after: chain,
            redactions: redactions
        )
        var hasWords = false
        let fault = try walk.run { if $0.redaction == .unfinished { hasWords = true } }
        if fault != nil || hasWords { return false }
        if let limit {
            guard walk.chain.position == limit else { return false }
        } else if let line = try copy.line(at: walk.chain.position), walk.chain.takes(line, redactions) {
            return false
        }
        chain = walk.chain
        return true
    }

    /// Builds a segment of what the log and the copy have of it, until `limit`, or as far as there is anything.
    private mutating func build(
        _ name: SegmentName,
        replacing: Bool,
        until limit: LogPosition?
    ) throws(LogError) {
        var own = replacing ? try EntryLines(name, in: storage) : nil
        let file = try changing(name.file) { () throws(Errno) in
            try storage.open(name.file + Self.suffix, for: .creating)
        }
        var (bytes, written, taken) = ([UInt8](), UInt64(0), 0)
        while limit.map({ chain.position < $0 }) ?? true {
            if let line = try own?.line(at: chain.position), let frame = chain.take(line, redactions) {
                bytes += frame.line
            } else if let line = try copy.line(at: chain.position), let frame = chain.take(line, redactions) {
                bytes += frame.line
                taken += 1
            } else if limit == nil, own?.isAtEnd ?? true {
                break
            } else {
                throw Self.hopeless(name, at: chain.position, in: storage)
            }
            bytes.append(LineReader.lineFeed)
            if bytes.count >= Self.chunk { try write(&bytes, to: file, name, at: &written) }
        }
        if let limit, chain.position != limit { throw Self.hopeless(name, at: limit, in: storage) }
        try write(&bytes, to: file, name, at: &written)
        try changing(name.file) { () throws(Errno) in try file.sync() }
        pieces.append(Piece(name: name, entries: taken, replaces: replacing))
    }

    private func write(
        _ bytes: inout [UInt8],
        to file: any LogFile,
        _ name: SegmentName,
        at offset: inout UInt64
    ) throws(LogError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = try changing(name.file) { () throws(Errno) in
                let count = try file.write(rest, at: offset)
                if count == 0 { throw .noSpace }
                return count
            }
            rest = rest.dropFirst(count)
            offset += UInt64(count)
        }
        bytes = []
    }

    /// Puts what was built in its place, and keeps what was there.
    func swap() throws(LogError) -> LogRepair.Result {
        var result = LogRepair.Result()
        var names = Set(try reading(storage.folder) { () throws(Errno) in try storage.names() })
        for piece in pieces {
            let path = storage.path(piece.name.file)
            var kept: String?
            if piece.replaces {
                let number = (1...).first { !names.contains(piece.name.damaged($0)) } ?? 1
                names.insert(piece.name.damaged(number))
                let target = storage.path(piece.name.damaged(number))
                // A second name first, so that no step leaves the log without this segment.
                try changing(piece.name.file) { () throws(Errno) in try check(unsafe link(path, target)) }
                kept = target
            }
            try changing(piece.name.file) { () throws(Errno) in
                try check(unsafe rename(path + Self.suffix, path))
                try storage.sync()
            }
            result.replacements.append(
                LogRepair.Result.Replacement(file: path, keptIn: kept, entries: piece.entries)
            )
        }
        result.end = chain.position
        result.lastHash = chain.hash.description
        return result
    }

    private func check(_ status: Int32) throws(Errno) {
        if status != 0 { throw Errno(rawValue: errno) }
    }

    private func changing<Value>(_ name: String, _ body: () throws(Errno) -> Value) throws(LogError) -> Value {
        do {
            return try body()
        } catch {
            throw LogError(
                code: error.isExhaustion ? .full : .unwritable,
                message: """
                    Cannot repair '\(storage.path(name))': \(error). The log is as it was, or mended in part; make sure \
                    that the disk has room and the folder may be written to, then repair again.
                    """,
                errno: error.rawValue
            )
        }
    }

    private static func hopeless(
        _ name: SegmentName,
        at position: LogPosition,
        in storage: FolderStorage
    ) -> LogError {
        let what = "neither the log nor the copy has an entry at position \(position.offset) that follows"
        return hopeless(LogDamage(file: storage.path(name.file), line: 0, byte: 0, what: what))
    }

    private static func hopeless(_ damage: LogDamage) -> LogError {
        LogError(
            code: .damaged,
            message: "The log cannot be repaired with this copy: \(damage) Nothing was changed. Try another copy.",
            damage: damage
        )
    }
}

extension HashChain {
    /// Goes on with a line that follows; any other is refused and changes nothing.
    fileprivate mutating func take(_ line: ArraySlice<UInt8>, _ redactions: Redactions) -> EntryFrame? {
        do throws(LineFault) {
            return try check(line, redactions)
        } catch {
            return nil
        }
    }

    fileprivate func takes(_ line: ArraySlice<UInt8>, _ redactions: Redactions) -> Bool {
        var next = self
        return next.take(line, redactions) != nil
    }
}

extension SegmentName {
    /// The name under which the `number`th damaged file of this segment is kept.
    func damaged(_ number: Int) -> String { "\(file).damaged-\(number)" }
}
