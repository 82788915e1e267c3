import PledgedCore
import SystemPackage

/// Gives single entries of a copy of a log, at positions that only grow.
struct RepairCopy {
    private let storage: FolderStorage
    private let names: [SegmentName]
    private var open: SegmentName?
    private var lines: EntryLines?

    init(folder: String) throws(LogError) {
        storage = FolderStorage(folder: folder)
        names = try storage.segmentNames()
        if names.isEmpty {
            throw LogError(code: .unreadable, message: "'\(folder)' holds no segment of a log. Name the copy's folder.")
        }
    }

    /// The line of the entry that begins at `position`; nil where the copy has none, or not whole.
    mutating func line(at position: LogPosition) throws(LogError) -> ArraySlice<UInt8>? {
        guard let name = names.last(where: { $0.first <= position }) else { return nil }
        if name != open {
            lines = try EntryLines(name, in: storage)
            open = name
        }
        return try lines?.line(at: position)
    }
}

/// The lines of one segment that have the form of an entry, whatever lies between them.
struct EntryLines {
    private let path: String
    private var reader: LineReader
    private var next: (line: ArraySlice<UInt8>, position: LogPosition)?

    init(_ name: SegmentName, in storage: FolderStorage) throws(LogError) {
        path = storage.path(name.file)
        let (file, length) = try storage.open(name, for: .reading)
        reader = LineReader(file, from: 0, until: length)
        try advance()
    }

    /// Whether no entry is left.
    var isAtEnd: Bool { next == nil }

    /// The line that says it begins at `position`; those before it are passed over.
    mutating func line(at position: LogPosition) throws(LogError) -> ArraySlice<UInt8>? {
        while let found = next, found.position < position { try advance() }
        return next?.position == position ? next?.line : nil
    }

    private mutating func advance() throws(LogError) {
        next = nil
        while next == nil, let line = try reading(path, { () throws(Errno) in try reader.next() }) {
            if line.fault == nil, let frame = EntryFrame(line: line.bytes) { next = (line.bytes, frame.position) }
        }
    }
}
