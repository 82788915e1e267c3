import PledgedCore
import SystemPackage

/// Checks a whole log from outside, also beside the daemon that writes it.
public enum LogVerifier {
    /// Reads every segment from the first byte to the last and checks that each entry follows from the one before.
    ///
    /// Takes constant memory, changes nothing and takes no lock.
    ///
    /// - Parameter folder: The log's.
    /// - Returns: What was found; damage is part of the report.
    /// - Throws: ``LogError`` with code `unreadable` where the folder or a file in it cannot be read.
    public static func verify(folder: String) throws(LogError) -> LogReport {
        try verify(storage: FolderStorage(folder: folder))
    }

    package static func verify(storage: any LogStorage) throws(LogError) -> LogReport {
        var report = LogReport(folder: storage.folder, lastHash: ChainHash.zero.description)
        let files = try reading(storage.folder) { () throws(Errno) in try storage.names() }
        let names = files.compactMap(SegmentName.init(file:)).sorted()
        report.tornFiles = files.filter(SegmentName.isTorn).sorted()
        var chain = HashChain.start
        for name in names where report.damage == nil {
            try verify(name, isLast: name == names.last, in: storage, after: &chain, into: &report)
        }
        report.events = chain.position.offset
        report.lastHash = chain.hash.description
        return report
    }

    private static func verify(
        _ name: SegmentName,
        isLast: Bool,
        in storage: any LogStorage,
        after chain: inout HashChain,
        into report: inout LogReport
    ) throws(LogError) {
        let path = storage.path(name.file)
        guard name.first == chain.position else {
            report.damage = LogDamage.gap(before: path, first: name.first, expected: chain.position)
            return
        }
        let (file, length) = try storage.open(name, for: .reading)
        var walk = SegmentWalk(file, path: path, length: length, after: chain)
        let fault = try walk.run()
        chain = walk.chain
        report.segments += 1
        report.entries += walk.entries
        report.bytes += walk.offset
        guard let fault else {
            if !isLast, length == 0 { report.damage = LogDamage.empty(path) }
            return
        }
        guard isLast, try walk.verdict() == .torn else {
            report.damage = walk.damage(fault)
            return
        }
        report.unfinishedBytes = length - walk.offset
    }
}
