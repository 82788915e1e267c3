import PledgedCore
import SystemPackage

extension OpeningCheck {
    /// Cuts off a torn end, after a copy of it is safe.
    func cut(
        _ file: any LogFile,
        _ name: SegmentName,
        _ walk: SegmentWalk,
        _ fault: LineFault
    ) throws(LogError) -> Recovery.TornTail {
        let names = Set(try reading(storage.folder) { () throws(Errno) in try storage.names() })
        let number = (1...).first { !names.contains(name.torn($0)) } ?? 1
        return try changing(name, "cut the torn end off") { () throws(Errno) in
            let kept = try storage.open(name.torn(number), for: .creating)
            try copy(file, from: walk.offset, until: walk.length, to: kept, at: 0)
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

    /// Copies a part of a file to a place in another, or to where it lies.
    func copy(
        _ file: any LogFile,
        from: UInt64,
        until: UInt64,
        to other: any LogFile,
        at place: UInt64
    ) throws(Errno) {
        var (source, target) = (from, place)
        while source < until {
            var chunk = try file.read(at: source, countMax: Int(min(until - source, 1 << 20)))[...]
            if chunk.isEmpty { return }
            source += UInt64(chunk.count)
            while !chunk.isEmpty {
                let count = try other.write(chunk, at: target)
                if count == 0 { throw .noSpace }
                target += UInt64(count)
                chunk = chunk.dropFirst(count)
            }
        }
    }

    /// Names the segment in the error.
    func changing<Result>(
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
