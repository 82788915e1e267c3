import PledgedLog
import Synchronization
import SystemPackage

/// A real folder whose disk fails as it is told.
final class FaultyStorage: LogStorage {
    /// What the disk does; all nil and zero: what it should.
    struct Faults: Sendable {
        /// Bytes that one write takes at most.
        var writeMax: Int?
        /// Bytes that may still be written before ``writeError``.
        var room: Int?
        var writeError = Errno.noSpace
        var syncError: Errno?
        var truncateError: Errno?
        var createError: Errno?
        var folderSyncError: Errno?
        /// How often a file was synced.
        var syncs = 0
    }

    let faults = Mutex(Faults())
    private let real: FolderStorage

    init(folder: String) { real = FolderStorage(folder: folder) }

    var folder: String { real.folder }

    func names() throws(Errno) -> [String] { try real.names() }

    func open(_ name: String, for purpose: OpenPurpose) throws(Errno) -> any LogFile {
        if purpose == .creating, let error = faults.withLock({ $0.createError }) { throw error }
        return FaultyFile(try real.open(name, for: purpose), self)
    }

    func sync() throws(Errno) {
        if let error = faults.withLock({ $0.folderSyncError }) { throw error }
        try real.sync()
    }
}

private final class FaultyFile: LogFile {
    private let real: any LogFile
    private let storage: FaultyStorage

    init(_ real: any LogFile, _ storage: FaultyStorage) {
        self.real = real
        self.storage = storage
    }

    func length() throws(Errno) -> UInt64 { try real.length() }

    func read(at offset: UInt64, countMax: Int) throws(Errno) -> [UInt8] {
        try real.read(at: offset, countMax: countMax)
    }

    func write(_ bytes: ArraySlice<UInt8>, at offset: UInt64) throws(Errno) -> Int {
        let (countMax, error) = storage.faults.withLock { faults in
            let count = min(bytes.count, faults.writeMax ?? bytes.count, faults.room ?? bytes.count)
            faults.room? -= count
            return (count, faults.writeError)
        }
        if countMax == 0 { throw error }
        return try real.write(bytes.prefix(countMax), at: offset)
    }

    func sync() throws(Errno) {
        let error = storage.faults.withLock { faults in
            faults.syncs += 1
            return faults.syncError
        }
        if let error { throw error }
        try real.sync()
    }

    func truncate(to length: UInt64) throws(Errno) {
        if let error = storage.faults.withLock({ $0.truncateError }) { throw error }
        try real.truncate(to: length)
    }
}
