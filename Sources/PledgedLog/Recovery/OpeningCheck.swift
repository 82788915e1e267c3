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
    let storage: any LogStorage
    private let checkBytesMax: UInt64
    private let redactions: Redactions

    init(_ storage: any LogStorage, configuration: LogConfiguration, redactions: Redactions) {
        self.redactions = redactions
        self.storage = storage
        checkBytesMax = UInt64(configuration.checkBytesMax)
    }

    mutating func run() throws(LogError) -> Last {
        let names = try segmentNames()
        guard let lastName = names.last else { return try createFirst() }
        let (sealed, before) = try joinSealed(names)
        let checked = try checkNewest(sealed)
        for (segment, index) in zip(sealed, checked) {
            segments.append(Segment(segment.name, after: segment.before, index: index, redactions: redactions))
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
        segments = [Segment(name, after: .start, index: SparseIndex(), redactions: redactions)]
        return Last(name: name, file: file, length: 0, chain: .start, torn: nil)
    }

    /// Makes sure that every segment leads to the next, by their last lines.
    private mutating func joinSealed(_ names: [SegmentName]) throws(LogError) -> ([Sealed], HashChain) {
        var before = HashChain.start
        var sealed: [Sealed] = []
        for (index, name) in names.enumerated() {
            if name.first != before.position {
                // The last line of the segment before may lie.
                if let previous = sealed.last { _ = try check(previous) }
                throw LogError(.gap(before: storage.path(name.file), first: name.first, expected: before.position))
            }
            if index == names.count - 1 { break }
            let (file, length) = try storage.open(name, for: .reading)
            let segment = Sealed(name: name, length: length, before: before)
            let end = try reading(storage.path(name.file)) { () throws(Errno) in
                try SegmentWalk.end(of: file, length: length)
            }
            guard let end else {
                _ = try check(segment)
                throw LogError(.empty(storage.path(name.file)))
            }
            sealed.append(segment)
            bytes += length
            before = end
        }
        return (sealed, before)
    }

    /// Checks the chains of the newest, oldest first, and gives an index for each of these, nil for the others.
    private mutating func checkNewest(_ sealed: [Sealed]) throws(LogError) -> [SparseIndex?] {
        var count = 0
        for segment in sealed.reversed() {
            if bytesChecked + segment.length > checkBytesMax { break }
            bytesChecked += segment.length
            count += 1
        }
        var indices = [SparseIndex?](repeating: nil, count: sealed.count - count)
        for segment in sealed.suffix(count) {
            let walk = try check(segment)
            entriesChecked += walk.entries
            indices.append(walk.index)
        }
        return indices
    }

    private func check(_ segment: Sealed) throws(LogError) -> SegmentWalk {
        let (file, length) = try storage.open(segment.name, for: .reading)
        var walk = SegmentWalk(
            file,
            path: storage.path(segment.name.file),
            length: length,
            after: segment.before,
            redactions: redactions
        )
        if let fault = try walk.run() { throw LogError(walk.damage(fault)) }
        return walk
    }

    private mutating func openLast(_ name: SegmentName, after before: HashChain) throws(LogError) -> Last {
        let (file, length) = try storage.open(name, for: .writing)
        var walk = SegmentWalk(
            file,
            path: storage.path(name.file),
            length: length,
            after: before,
            redactions: redactions
        )
        var torn: Recovery.TornTail?
        if let fault = try walk.run() {
            if try walk.verdict() == .damaged { throw LogError(walk.damage(fault)) }
            torn = try cut(file, name, walk, fault)
        }
        // A process that was killed may have left entries that are whole, but not on disk yet; and a segment's name, too.
        // After a sync that failed the system takes them for written, so only writing them once more makes a sync tell.
        try changing(name, "make durable") { () throws(Errno) in
            if try file.length() > walk.offset { try file.truncate(to: walk.offset) }
            try copy(file, from: walk.durableOffset, until: walk.offset, to: file, at: walk.durableOffset)
            try file.sync()
            try storage.sync()
        }
        segments.append(Segment(name, after: before, index: walk.index, redactions: redactions))
        bytes += walk.offset
        bytesChecked += walk.offset
        entriesChecked += walk.entries
        return Last(name: name, file: file, length: walk.offset, chain: walk.chain, torn: torn)
    }
}
