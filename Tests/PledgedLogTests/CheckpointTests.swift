import Foundation
import PledgedCore
import PledgedLog
import Synchronization
import SystemPackage
import Testing

@Suite struct CheckpointTests {
    private let folder: LogFolder
    private let key = LogKey()

    init() throws { folder = try LogFolder() }

    /// A log with a checkpoint after every third entry.
    private func makeLog(_ count: Int = 12, segmentBytesMax: Int = 3_000) async throws -> [Checkpoint] {
        let log = try await folder.open { $0.segmentBytesMax = segmentBytesMax }
        var writer = try CheckpointWriter(log, key: key)
        var checkpoints: [Checkpoint] = []
        for number in 0..<count {
            _ = try await log.append([Sample.entry(number)])
            guard number % 3 == 2 else { continue }
            checkpoints.append(try #require(try await writer.write(at: clock())))
        }
        await log.close()
        return checkpoints
    }

    @Test func `says what the log was, and is signed`() async throws {
        let checkpoints = try await makeLog()
        let last = try #require(checkpoints.last)
        #expect(last.position == LogPosition(offset: 36))
        #expect(last.entries == 12)
        #expect(last.isSigned && last.key == key.publicKey.hexadecimal)
        let report = try LogVerifier.verify(folder: folder.path, keys: [key.publicKey])
        #expect(report.isWhole)
        #expect(report.lastHash == last.hash)
        #expect(report.checkpoints == 4)
        #expect(report.lastCheckpoint == last)
        #expect(try CheckpointFile.checkpoints(in: folder.bytes("checkpoints"), path: "x") == checkpoints)
    }

    @Test func `goes on after the log was opened again, and says nothing where nothing is new`() async throws {
        _ = try await makeLog()
        let log = try await folder.open()
        var writer = try CheckpointWriter(log, key: key)
        #expect(try await writer.write(at: clock()) == nil)
        _ = try await log.append(Sample.entries(12..<17))
        let next = try #require(try await writer.write(at: clock()))
        #expect(next.entries == 17)
        #expect(writer.count == 5 && writer.last == next)
        await log.close()
        #expect(try LogVerifier.verify(folder: folder.path).checkpoints == 5)
    }

    @Test func `signs nothing of an empty log`() async throws {
        let log = try await folder.open()
        var writer = try CheckpointWriter(log, key: key)
        #expect(try await writer.write(at: clock()) == nil)
        #expect(try folder.files == [firstSegment])
        await log.close()
    }

    /// Cuts whole entries off the end, which the chain alone cannot tell.
    @Test func `a log that was cut off does not open, and does not verify`() async throws {
        _ = try await makeLog()
        let last = try #require(try folder.files.last { $0.hasSuffix(".log") })
        try folder.remove(last)
        let report = try LogVerifier.verify(folder: folder.path)
        #expect(report.damage == nil)
        #expect(!report.isWhole)
        #expect(try #require(report.checkpointFault).contains("its end was cut off"))
        let error = await #expect(throws: LogError.self) { _ = try await folder.open() }
        #expect(error?.code == .damaged)
        #expect(error?.message.contains("its end was cut off") == true)
        #expect(error?.message.contains("move '\(folder.path)/checkpoints' away") == true)
        try folder.remove("checkpoints")
        await (try folder.open()).close()
    }

    @Test func `a log that was exchanged does not open, and does not verify`() async throws {
        _ = try await makeLog()
        for file in try folder.files where file != "checkpoints" { try folder.remove(file) }
        let checkpoints = try folder.bytes("checkpoints")
        try folder.remove("checkpoints")
        try await folder.fill(Sample.entries(100..<120))
        try folder.write(checkpoints, to: "checkpoints")
        #expect(try #require(LogVerifier.verify(folder: folder.path).checkpointFault).contains("something else"))
        #expect(await code { _ = try await folder.open() } == .damaged)
    }

    @Test func `checkpoints kept elsewhere show that the log and its own were cut off together`() async throws {
        let kept = try await makeLog()
        let lines = try folder.bytes("checkpoints").split(separator: UInt8(ascii: "\n"))
        try folder.write(lines[0] + [UInt8(ascii: "\n")], to: "checkpoints")
        let first = kept[0].position
        for file in try folder.files where file.hasSuffix(".log") && file > "\(first)" { try folder.remove(file) }
        #expect(try LogVerifier.verify(folder: folder.path).isWhole)
        let report = try LogVerifier.verify(folder: folder.path, kept: kept)
        #expect(try #require(report.checkpointFault).contains("its end was cut off"))
    }

    @Test func `another key is found out`() async throws {
        _ = try await makeLog()
        let report = try LogVerifier.verify(folder: folder.path, keys: [LogKey().publicKey])
        #expect(try #require(report.checkpointFault).contains(key.publicKey.hexadecimal))
        #expect(try LogVerifier.verify(folder: folder.path, keys: [LogKey().publicKey, key.publicKey]).isWhole)
        try folder.remove("checkpoints")
        let none = try LogVerifier.verify(folder: folder.path, keys: [key.publicKey])
        #expect(try #require(none.checkpointFault).contains("no checkpoints"))
    }

    /// Changes one byte after the other.
    @Test func `no byte of a checkpoint can be changed`() async throws {
        _ = try await makeLog(3)
        let whole = try folder.bytes("checkpoints")
        for index in stride(from: 0, to: whole.count - 1, by: 7) {
            var bytes = whole
            bytes[index] ^= 1
            try folder.write(bytes, to: "checkpoints")
            let report = try LogVerifier.verify(folder: folder.path, keys: [key.publicKey])
            #expect(report.checkpointFault != nil, "byte \(index)")
        }
        try folder.write(whole, to: "checkpoints")
        #expect(try LogVerifier.verify(folder: folder.path, keys: [key.publicKey]).isWhole)
    }

    @Test func `a torn last line does not count, and is written over`() async throws {
        _ = try await makeLog(3)
        let whole = try folder.bytes("checkpoints")
        try folder.write(whole + whole.dropLast(40), to: "checkpoints")
        #expect(try LogVerifier.verify(folder: folder.path).checkpoints == 1)
        let log = try await folder.open()
        _ = try await log.append([Sample.entry(3)])
        var writer = try CheckpointWriter(log, key: key)
        _ = try await writer.write(at: clock())
        await log.close()
        #expect(try LogVerifier.verify(folder: folder.path).checkpoints == 2)
    }

    @Test(arguments: [0, 1, 100, 400])
    func `waits for room on a full disk, and the log goes on meanwhile`(room: Int) async throws {
        let storage = FaultyStorage(folder: folder.path)
        let log = try await EventLog.open(storage: storage, now: clock)
        var writer = try CheckpointWriter(log, key: key)
        _ = try await log.append([Sample.entry(0)])
        _ = try await writer.write(at: clock())
        _ = try await log.append([Sample.entry(1)])
        storage.faults.withLock { $0.room = room }
        let full = await #expect(throws: LogError.self) { _ = try await writer.write(at: clock()) }
        #expect(full?.code == .full)
        #expect(try LogVerifier.verify(folder: folder.path).checkpoints == 1)
        storage.faults.withLock { $0.room = nil }
        _ = try await log.append([Sample.entry(2)])
        #expect(try await writer.write(at: clock())?.entries == 3)
        await log.close()
        #expect(try LogVerifier.verify(folder: folder.path).checkpoints == 2)
    }

    @Test func `signs no more after a sync has failed, until the log is opened again`() async throws {
        let storage = FaultyStorage(folder: folder.path)
        let log = try await EventLog.open(storage: storage, now: clock)
        var writer = try CheckpointWriter(log, key: key)
        _ = try await log.append([Sample.entry(0)])
        storage.faults.withLock { $0.syncError = .ioError }
        for _ in 0..<2 {
            let error = await #expect(throws: LogError.self) { _ = try await writer.write(at: clock()) }
            #expect(error?.code == .unwritable)
            storage.faults.withLock { $0.syncError = nil }
        }
        await log.close()
        let again = try await folder.open()
        _ = try await again.append([Sample.entry(1)])
        var successor = try CheckpointWriter(again, key: key)
        #expect(try await successor.write(at: clock())?.entries == 2)
        await again.close()
        #expect(try LogVerifier.verify(folder: folder.path).isWhole)
    }

    @Test func `keys are what openssl reads, and other text is none`() throws {
        #expect(try LogKey(pem: key.pem).publicKey == key.publicKey)
        #expect(try LogPublicKey(parsing: key.publicKey.pem) == key.publicKey)
        #expect(try LogPublicKey(parsing: " \(key.publicKey)\n") == key.publicKey)
        for text in ["", "key", key.publicKey.pem, String(key.pem.dropLast(60))] {
            #expect(throws: LogKeyError.self) { try LogKey(pem: text) }
        }
        for text in ["", "abc", key.pem] {
            #expect(throws: LogKeyError.self) { try LogPublicKey(parsing: text) }
        }
    }
}
