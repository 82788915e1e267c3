import PledgedLog
import Synchronization
import SystemPackage

/// A log that is wrong in one way: what lies between it and the disk leaves something out, or swaps it.
enum Canary: String, CaseIterable, Sendable {
    case noSync = "nothing is synced"
    case lateSync = "acknowledged before the sync, which comes with the next call"
    case namesNotSynced = "a new segment's name is not synced"
    case syncRetried = "a sync that failed is tried again, and believed"
    case cacheTrusted = "a start believes what the system's cache shows"

    func build(_ disk: SimulatedDisk) -> any LogStorage { CanaryStorage(canary: self, real: disk) }
}

private struct CanaryStorage: LogStorage {
    let canary: Canary
    let real: any LogStorage

    var folder: String { real.folder }

    func names() throws(Errno) -> [String] { try real.names() }

    func open(_ name: String, for purpose: OpenPurpose) throws(Errno) -> any LogFile {
        CanaryFile(canary, try real.open(name, for: purpose))
    }

    func sync() throws(Errno) {
        switch canary {
        case .noSync, .namesNotSynced: break
        case .lateSync, .syncRetried, .cacheTrusted: try real.sync()
        }
    }
}

private final class CanaryFile: LogFile {
    private let canary: Canary
    private let real: any LogFile
    private let owesSync = Mutex(false)

    init(_ canary: Canary, _ real: any LogFile) { (self.canary, self.real) = (canary, real) }

    func length() throws(Errno) -> UInt64 { try real.length() }

    func read(at offset: UInt64, countMax: Int) throws(Errno) -> [UInt8] {
        try real.read(at: offset, countMax: countMax)
    }

    func write(_ bytes: ArraySlice<UInt8>, at offset: UInt64) throws(Errno) -> Int {
        try paySync()
        if canary == .cacheTrusted, try offset + UInt64(bytes.count) <= real.length() { return bytes.count }
        return try real.write(bytes, at: offset)
    }

    func sync() throws(Errno) {
        switch canary {
        case .noSync: break
        case .lateSync: owesSync.withLock { $0 = true }
        case .namesNotSynced, .cacheTrusted: try real.sync()
        case .syncRetried:
            do {
                try real.sync()
            } catch {
                try real.sync()
            }
        }
    }

    func truncate(to length: UInt64) throws(Errno) {
        try paySync()
        try real.truncate(to: length)
    }

    private func paySync() throws(Errno) {
        let owes = owesSync.withLock { owes in
            defer { owes = false }
            return owes
        }
        if owes { try real.sync() }
    }
}
