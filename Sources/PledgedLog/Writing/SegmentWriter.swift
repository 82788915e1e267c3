import PledgedCore
import SystemPackage

/// Owns the end of the log: what it returns from is on disk.
///
///     … whole, durable entries │ what is being written │ zeros
///                              └ `length`: readers and restarts see nothing beyond it
///
/// The zeros are room that is on the disk already, so that a sync need not write down that the file has grown, which on a
/// busy file system takes longer than the data. They are cut off when the segment is sealed.
///
/// | the machine dies | what is left |
/// | --- | --- |
/// | before `sync` returns | the group's entries: none, or the first few; a torn one is cut off by the next start |
/// | after `sync` returned | all of them |
/// | between sealing a segment and the folder's `sync` | the sealed one, and the next one empty or not there |
struct SegmentWriter: Sendable {
    private let storage: any LogStorage
    private let segmentBytesMax: UInt64
    private let allocationBytes: UInt64
    private var file: any LogFile
    private var path: String
    private var length: UInt64
    /// How long the file is, with the room at its end; nil where it takes none.
    private var allocated: UInt64?
    /// Whether there may be zeros behind ``length``.
    private var hasRoom = false
    private(set) var chain: HashChain
    /// Set once the disk has failed; nothing is written any more.
    private var failure: LogError?
    /// Why the last append that failed did.
    private(set) var lastError: LogError?

    init(
        _ storage: any LogStorage,
        file: any LogFile,
        name: SegmentName,
        length: UInt64,
        chain: HashChain,
        segmentBytesMax: Int,
        allocationBytes: Int = LogConfiguration().allocationBytes
    ) {
        self.storage = storage
        self.file = file
        path = storage.path(name.file)
        self.length = length
        self.chain = chain
        self.segmentBytesMax = UInt64(segmentBytesMax)
        self.allocationBytes = UInt64(allocationBytes)
        allocated = length
    }

    /// Begins the next segment if the present one is full, and says whether it did.
    ///
    /// The present one needs no further sync: every group in it was synced before it was acknowledged.
    mutating func rollIfFull() throws(LogError) -> Bool {
        if let failure { throw failure }
        guard length >= segmentBytesMax else { return false }
        // Before the next one is there: a sealed segment ends with its last line.
        try seal()
        let name = SegmentName(first: chain.position)
        do {
            file = try storage.open(name.file, for: .creating)
        } catch {
            throw refusal(error, "begin the segment '\(storage.path(name.file))'")
        }
        do {
            try storage.sync()
        } catch {
            throw fail(error, "make the new segment '\(storage.path(name.file))' durable")
        }
        path = storage.path(name.file)
        length = 0
        allocated = 0
        return true
    }

    /// Cuts off the room at the end.
    mutating func seal() throws(LogError) {
        guard hasRoom, failure == nil else { return }
        do {
            try file.truncate(to: length)
            try file.sync()
        } catch {
            throw fail(error, "seal '\(path)'")
        }
        hasRoom = false
        allocated = length
    }

    /// Makes the file longer, by more than is needed now; where that fails, it grows by what is written.
    private mutating func makeRoom(until end: UInt64) {
        guard allocationBytes > 0, let allocated, end > allocated else { return }
        let longer = max(end, min(allocated + allocationBytes, segmentBytesMax))
        hasRoom = true
        do {
            try file.allocate(to: longer)
            self.allocated = longer
        } catch {
            // A disk that is full may still take what is written; the write will tell.
            self.allocated = nil
        }
    }

    /// Writes `bytes`, which lead the chain to `chain`, and returns when they are durable.
    mutating func append(_ bytes: ArraySlice<UInt8>, chain newChain: HashChain) throws(LogError) {
        if let failure { throw failure }
        makeRoom(until: length + UInt64(bytes.count))
        do {
            try write(bytes)
        } catch {
            throw try cutBack(after: error)
        }
        do {
            try file.sync()
        } catch {
            // Linux reports a failed write-back once and forgets it: syncing again would lie.
            throw fail(error, "make appended entries durable in '\(path)'" + forgetUnsynced())
        }
        length += UInt64(bytes.count)
        chain = newChain
    }

    /// Takes what could not be synced out of the system's cache, where it would look whole to the next start although
    /// the disk does not have it; the answer completes the error's message where even this failed.
    private func forgetUnsynced() -> String {
        do {
            try file.truncate(to: length)
            return ""
        } catch {
            return ", nor cut them off (\(error))"
        }
    }

    private func write(_ bytes: ArraySlice<UInt8>) throws(Errno) {
        var written = 0
        while written < bytes.count {
            let count = try file.write(bytes.dropFirst(written), at: length + UInt64(written))
            // No system that is in order does this; without the check it would be an endless loop.
            if count == 0 { throw .noSpace }
            written += count
        }
    }

    /// Takes away what a failed write left, and gives the error for the append.
    private mutating func cutBack(after error: Errno) throws(LogError) -> LogError {
        do {
            try file.truncate(to: length)
            try file.sync()
            allocated = allocated == nil ? nil : length
        } catch {
            throw fail(error, "take back a half-written entry in '\(path)'")
        }
        return refusal(error, "append to '\(path)'")
    }

    /// The error for what may succeed later, or else the last one.
    private mutating func refusal(_ error: Errno, _ action: String) -> LogError {
        guard error.isExhaustion else { return fail(error, action) }
        let refusal = LogError(
            code: .full,
            message: """
                Cannot \(action): \(error). Nothing was appended; make room (disk space, quota or file descriptors) and \
                append again.
                """,
            errno: error.rawValue
        )
        lastError = refusal
        return refusal
    }

    private mutating func fail(_ error: Errno, _ action: String) -> LogError {
        let failure = LogError(
            code: .unwritable,
            message: """
                Cannot \(action): \(error). The log takes no more appends, because what is on disk is uncertain; what \
                was acknowledged stays readable. Check the disk, then start again: opening the log finds its true end.
                """,
            errno: error.rawValue
        )
        self.failure = failure
        lastError = failure
        return failure
    }
}

extension Errno {
    /// Whether something ran out that may be there again later.
    var isExhaustion: Bool {
        [.noSpace, .diskQuotaExceeded, .fileTooLarge, .tooManyOpenFiles, .tooManyOpenFilesInSystem, .noMemory]
            .contains(self)
    }
}
