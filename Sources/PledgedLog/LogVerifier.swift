import PledgedCore
import SystemPackage

/// Checks a whole log from outside, also beside the daemon that writes it.
public enum LogVerifier {
    /// Reads every segment from the first byte to the last and checks that each entry follows from the one before.
    ///
    /// Takes constant memory, changes nothing and takes no lock. Every checkpoint must hold.
    ///
    /// - Parameters:
    ///   - folder: The log's.
    ///   - kept: Checkpoints that were kept elsewhere, which must hold as well.
    ///   - keys: One of which must have signed each checkpoint; empty for any key.
    /// - Returns: What was found; damage is part of the report.
    /// - Throws: ``LogError`` with code `unreadable` where the folder or a file in it cannot be read.
    public static func verify(
        folder: String,
        kept: [Checkpoint] = [],
        keys: [LogPublicKey] = []
    ) throws(LogError) -> LogReport {
        try verify(storage: FolderStorage(folder: folder), kept: kept, keys: keys)
    }

    package static func verify(
        storage: any LogStorage,
        kept: [Checkpoint] = [],
        keys: [LogPublicKey] = []
    ) throws(LogError) -> LogReport {
        let redactions = try Redactions(storage)
        let report = try verify(storage, kept, keys, redactions)
        guard report.damage != nil else { return report }
        // A redacted entry looks damaged to who does not know of it, as where the file of redactions was lost.
        let before = redactions.all.count
        do throws(LogError) {
            for event in try RedactionScan.events(in: storage) { redactions.add(event.redactions) }
        } catch {
            return report
        }
        return redactions.all.count == before ? report : try verify(storage, kept, keys, redactions)
    }

    private static func verify(
        _ storage: any LogStorage,
        _ kept: [Checkpoint],
        _ keys: [LogPublicKey],
        _ redactions: Redactions
    ) throws(LogError) -> LogReport {
        var report = LogReport(folder: storage.folder, lastHash: ChainHash.zero.description)
        // Before the segments: a checkpoint never runs ahead of what is on disk.
        var audit = try audit(storage, kept, keys, &report)
        let files = try reading(storage.folder) { () throws(Errno) in try storage.names() }
        let names = files.compactMap(SegmentName.init(file:)).sorted()
        report.tornFiles = files.filter(SegmentName.isTorn).sorted()
        var chain = HashChain.start
        var words = RedactionAudit()
        for name in names where report.damage == nil {
            let walk = try walk(name, isLast: name == names.last, in: storage, after: chain, redactions, &report) {
                audit.take($0)
                words.take($0)
            }
            if let walk { chain = walk.chain }
        }
        if report.damage == nil { words.finish(&report) }
        if report.damage == nil { audit.finish(at: chain.position) }
        report.checkpoints = audit.confirmed
        report.checkpointFault = report.checkpointFault ?? audit.fault
        report.events = chain.position.offset
        report.lastHash = chain.hash.description
        return report
    }

    /// What the checkpoints say, as far as they can be read and are signed by whom they should be.
    private static func audit(
        _ storage: any LogStorage,
        _ kept: [Checkpoint],
        _ keys: [LogPublicKey],
        _ report: inout LogReport
    ) throws(LogError) -> CheckpointAudit {
        var own: [Checkpoint] = []
        do throws(LogError) {
            own = try CheckpointFile.read(storage).checkpoints
        } catch {
            guard let damage = error.damage else { throw error }
            report.checkpointFault = "The file of the checkpoints is damaged at \(damage)"
        }
        report.lastCheckpoint = own.last
        if !keys.isEmpty, report.checkpointFault == nil {
            let known = Set(keys.map(\.hexadecimal))
            if let stranger = (own + kept).first(where: { !known.contains($0.key) }) {
                report.checkpointFault = """
                    The checkpoint of \(stranger.time) at position \(stranger.position.offset) was signed with another \
                    key, \(stranger.key).
                    """
            } else if own.isEmpty {
                report.checkpointFault = "The log has no checkpoints, so nothing was signed with this key."
            }
        }
        return CheckpointAudit(own + kept)
    }

    private static func walk(
        _ name: SegmentName,
        isLast: Bool,
        in storage: any LogStorage,
        after chain: HashChain,
        _ redactions: Redactions,
        _ report: inout LogReport,
        _ visit: (EntryFrame) -> Void
    ) throws(LogError) -> SegmentWalk? {
        let path = storage.path(name.file)
        guard name.first == chain.position else {
            report.damage = LogDamage.gap(before: path, first: name.first, expected: chain.position)
            return nil
        }
        let (file, length) = try storage.open(name, for: .reading)
        var walk = SegmentWalk(file, path: path, length: length, after: chain, redactions: redactions)
        let fault = try walk.run(visit)
        report.segments += 1
        report.entries += walk.entries
        report.bytes += walk.offset
        guard let fault else {
            if !isLast, length == 0 { report.damage = LogDamage.empty(path) }
            return walk
        }
        guard isLast, try walk.verdict() == .torn else {
            report.damage = walk.damage(fault)
            return walk
        }
        report.unfinishedBytes = length - walk.offset
        return walk
    }
}
