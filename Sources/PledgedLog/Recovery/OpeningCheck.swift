import PledgedCore
import SystemPackage

/// Goes through the segments of a log that is being opened.
struct OpeningCheck {
    /// The segment that is written on.
    struct Last {
        let name: SegmentName
        let file: any LogFile
        let length: UInt64
        let chain: HashChain
        let torn: Recovery.TornTail?
    }

    private struct Sealed {
        let name: SegmentName
        let length: UInt64
        let before: HashChain
    }

    private(set) var segments: [Segment] = []
    private(set) var bytes: UInt64 = 0
    private(set) var bytesChecked: UInt64 = 0
    private(set) var entriesChecked = 0
    private let storage: any LogStorage
    private let checkBytesMax: UInt64

    init(_ storage: any LogStorage, configuration: LogConfiguration) {
        self.storage = storage
        checkBytesMax = UInt64(configuration.checkBytesMax)
    }

    mutating func run() throws(LogError) -> Last {
        let names = try segmentNames()
        guard let lastName = names.last else { return try createFirst() }
        let (sealed, before) = try joinSealed(names)
        let checked = try checkNewest(sealed)
        for (segment, index) in zip(sealed, checked) {
            segments.append(Segment(segment.name, after: segment.before, index: index))
        }
        return try openLast(lastName, after: before)
    }

    private func segmentNames() throws(LogError) -> [SegmentName] {
        try reading(storage.folder) { () throws(Errno) in try storage.names() }
            .compactMap(SegmentName.init(file:)).sorted()
    }

    private mutating func createFirst() throws(LogError) -> Last {
        let name = SegmentName(first: .start)
        let file = try changing(name, "begin") { () throws(Errno) in
            let file = try storage.open(name.file, for: .creating)
            try storage.sync()
            return file
        }
        segments = [Segment(name, after: .start, index: SparseIndex())]
        return Last(name: name, file: file, length: 0, chain: .start, torn: nil)
    }

    /// Makes sure that every segment leads to the next, by their last lines.
    private mutating func joinSealed(_ names: [SegmentName]) throws(LogError) -> ([Sealed], HashChain) {
        var before = HashChain.start
        var sealed: [Sealed] = []
        for (index, name) in names.enumerated() {
            guard name.first == before.position else {
                throw LogError(.gap(before: storage.path(name.file), first: name.first, expected: before.position))
            }
            if index == names.count - 1 { break }
            let (file, length) = try storage.open(name, for: .reading)
            let end = try reading(storage.path(name.file)) { () throws(Errno) in
                try SegmentWalk.end(of: file, length: length)
            }
            guard let end else { throw LogError(try damagedEnd(name, file, length: length, after: before)) }
            sealed.append(Sealed(name: name, length: length, before: before))
            bytes += length
            before = end
        }
        return (sealed, before)
    }

    /// Checks the chains of the newest, and gives an index for each of these, nil for the others.
    private mutating func checkNewest(_ sealed: [Sealed]) throws(LogError) -> [SparseIndex?] {
        var indices: [SparseIndex?] = []
        for segment in sealed.reversed() {
            guard indices.last.map({ $0 != nil }) ?? true, bytesChecked + segment.length <= checkBytesMax else {
                indices.append(nil)
                continue
            }
            let (file, length) = try storage.open(segment.name, for: .reading)
            let path = storage.path(segment.name.file)
            var walk = SegmentWalk(file, path: path, length: length, after: segment.before)
            if let fault = try walk.run() { throw LogError(walk.damage(fault)) }
            bytesChecked += segment.length
            entriesChecked += walk.entries
            indices.append(walk.index)
        }
        return indices.reversed()
    }

    private mutating func openLast(_ name: SegmentName, after before: HashChain) throws(LogError) -> Last {
        let (file, length) = try storage.open(name, for: .writing)
        var walk = SegmentWalk(file, path: storage.path(name.file), length: length, after: before)
        var torn: Recovery.TornTail?
        if let fault = try walk.run() {
            if try walk.verdict() == .damaged { throw LogError(walk.damage(fault)) }
            torn = try cut(file, name, walk, fault)
        }
        // A process that was killed may have left entries that are whole, but not on disk yet; and a segment's name, too.
        try changing(name, "make durable") { () throws(Errno) in
            try file.sync()
            try storage.sync()
        }
        segments.append(Segment(name, after: before, index: walk.index))
        bytes += walk.offset
        bytesChecked += walk.offset
        entriesChecked += walk.entries
        return Last(name: name, file: file, length: walk.offset, chain: walk.chain, torn: torn)
    }

    /// Cuts off a torn end, after a copy of it is safe.
    private func cut(
        _ file: any LogFile,
        _ name: SegmentName,
        _ walk: SegmentWalk,
        _ fault: LineFault
    ) throws(LogError) -> Recovery.TornTail {
        let names = Set(try reading(storage.folder) { () throws(Errno) in try storage.names() })
        let number = (1...).first { !names.contains(name.torn($0)) } ?? 1
        return try changing(name, "cut the torn end off") { () throws(Errno) in
            let kept = try storage.open(name.torn(number), for: .creating)
            try copy(file, from: walk.offset, until: walk.length, to: kept)
            try kept.sync()
            try storage.sync()
            try file.truncate(to: walk.offset)
            try file.sync()
            return Recovery.TornTail(
                file: walk.path,
                byte: walk.offset,
                length: walk.length - walk.offset,
                keptIn: storage.path(name.torn(number)),
                what: fault.description
            )
        }
    }

    private func copy(_ file: any LogFile, from: UInt64, until: UInt64, to kept: any LogFile) throws(Errno) {
        var (source, target) = (from, UInt64(0))
        while source < until {
            var chunk = try file.read(at: source, countMax: Int(min(until - source, 1 << 20)))[...]
            if chunk.isEmpty { return }
            source += UInt64(chunk.count)
            while !chunk.isEmpty {
                let count = try kept.write(chunk, at: target)
                if count == 0 { throw .noSpace }
                target += UInt64(count)
                chunk = chunk.dropFirst(count)
            }
        }
    }

    /// Where a sealed segment whose last line is not an entry goes wrong.
    private func damagedEnd(
        _ name: SegmentName,
        _ file: any LogFile,
        length: UInt64,
        after before: HashChain
    ) throws(LogError) -> LogDamage {
        var walk = SegmentWalk(file, path: storage.path(name.file), length: length, after: before)
        guard let fault = try walk.run() else { return .empty(walk.path) }
        return walk.damage(fault)
    }

    /// Names the segment in the error.
    private func changing<Result>(
        _ name: SegmentName,
        _ action: String,
        _ body: () throws(Errno) -> Result
    ) throws(LogError) -> Result {
        do {
            return try body()
        } catch {
            throw LogError(
                code: error.isExhaustion ? .full : .unwritable,
                message: """
                    Cannot \(action) '\(storage.path(name.file))': \(error). Make sure that the disk has room and the \
                    folder may be written to, then start again.
                    """,
                errno: error.rawValue
            )
        }
    }
}
