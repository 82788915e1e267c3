import PledgedCore
import PledgedLog
import Synchronization
import SystemPackage
import Testing

@Suite struct DiskFaultTests {
    private let folder: LogFolder
    private let storage: FaultyStorage
    private let entries = Sample.entries(0..<4)

    init() throws {
        folder = try LogFolder()
        storage = FaultyStorage(folder: folder.path)
    }

    private func open(segmentBytesMax: Int = 1 << 20) async throws -> EventLog {
        var configuration = LogConfiguration()
        configuration.segmentBytesMax = segmentBytesMax
        return try await EventLog.open(storage: storage, configuration: configuration, now: clock)
    }

    private func fault(_ change: (inout FaultyStorage.Faults) -> Void) { storage.faults.withLock { change(&$0) } }

    @Test func `goes on after a short write`() async throws {
        let log = try await open()
        fault { $0.writeMax = 7 }
        _ = try await log.append(entries)
        #expect(try await log.all() == entries.recorded)
        #expect(try LogVerifier.verify(folder: folder.path).entries == 4)
    }

    @Test(arguments: [0, 1, 64, 65, 400, 1_000], [Errno.noSpace, .diskQuotaExceeded, .fileTooLarge])
    func `takes back what was half written when the disk is full, and goes on when it is not`(
        room: Int,
        error: Errno
    ) async throws {
        let log = try await open()
        _ = try await log.append([Sample.rejected])
        let bytes = try folder.bytes()
        fault {
            $0.room = room
            $0.writeError = error
        }
        #expect(await code { _ = try await log.append(entries) } == .full)
        #expect(log.end.offset == 1)
        #expect(try folder.bytes() == bytes)
        fault { $0.room = nil }
        _ = try await log.append(entries)
        #expect(try await log.all() == ([Sample.rejected] + entries).recorded)
        #expect(try LogVerifier.verify(folder: folder.path).isWhole)
    }

    @Test(arguments: [1, 100_000, 250_000])
    func `takes back a large append that does not fit, and syncs once for one that does`(room: Int) async throws {
        let log = try await open()
        _ = try await log.append([Sample.rejected])
        let bytes = try folder.bytes()
        let large = Sample.entries(0..<400)
        fault {
            $0.room = room
            $0.writeMax = 64 << 10
        }
        #expect(await code { _ = try await log.append(large) } == .full)
        #expect(log.end.offset == 1)
        #expect(try folder.bytes() == bytes)
        fault {
            $0.room = nil
            $0.syncs = 0
        }
        _ = try await log.append(large)
        #expect(storage.faults.withLock { $0.syncs } == 1)
        #expect(try await log.all(countMax: 500) == ([Sample.rejected] + large).recorded)
        #expect(try LogVerifier.verify(folder: folder.path).isWhole)
    }

    @Test func `fails every append that waits behind one that failed, and none after`() async throws {
        let log = try await open()
        fault { $0.room = 3_000 }
        let results = await withTaskGroup(of: [Range<LogPosition>]?.self) { group in
            for number in 0..<50 {
                group.addTask {
                    do throws(LogError) {
                        return try await log.append([Sample.entry(number)])
                    } catch {
                        #expect(error.code == .full)
                        return nil
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let acknowledged = results.compactMap { $0?.first }
        #expect(acknowledged.count < 50)
        #expect(log.end.offset == UInt64(acknowledged.count * 3))
        fault { $0.room = nil }
        for number in 50..<60 { _ = try await log.append([Sample.entry(number)]) }
        #expect(log.end.offset == UInt64(acknowledged.count * 3 + 30))
        #expect(try LogVerifier.verify(folder: folder.path).events == log.end.offset)
    }

    @Test func `takes no more appends after a sync has failed, but reads on`() async throws {
        let log = try await open()
        _ = try await log.append([Sample.rejected])
        fault { $0.syncError = .ioError }
        #expect(await code { _ = try await log.append(entries) } == .unwritable)
        fault { $0.syncError = nil }
        #expect(await code { _ = try await log.append(entries) } == .unwritable)
        #expect(log.end.offset == 1)
        #expect(try await log.all() == [Sample.rejected].recorded)
        await log.close()
        // The system's cache holds what the disk does not: the next start must not take it for durable.
        let opened = try await open()
        #expect(try await opened.all() == [Sample.rejected].recorded)
    }

    @Test(arguments: [true, false])
    func `takes no more appends when it could not take back a half-written entry`(atTruncation: Bool) async throws {
        let log = try await open()
        _ = try await log.append([Sample.rejected])
        fault {
            $0.room = 100
            if atTruncation { $0.truncateError = .ioError } else { $0.syncError = .ioError }
        }
        #expect(await code { _ = try await log.append(entries) } == .unwritable)
        fault { $0 = FaultyStorage.Faults() }
        #expect(await code { _ = try await log.append(entries) } == .unwritable)
        let opened = try await open()
        #expect(try await opened.all() == [Sample.rejected].recorded)
    }

    @Test func `takes no more appends after a write failed for another reason than room`() async throws {
        let log = try await open()
        fault {
            $0.room = 0
            $0.writeError = .ioError
        }
        #expect(await code { _ = try await log.append(entries) } == .unwritable)
        fault { $0 = FaultyStorage.Faults() }
        #expect(await code { _ = try await log.append(entries) } == .unwritable)
    }

    @Test func `waits with the next segment while it cannot be made`() async throws {
        let log = try await open(segmentBytesMax: 1)
        _ = try await log.append([entries[0]])
        fault { $0.createError = .tooManyOpenFiles }
        #expect(await code { _ = try await log.append([entries[1]]) } == .full)
        fault { $0.createError = nil }
        for entry in entries[1...] { _ = try await log.append([entry]) }
        #expect(try await log.all() == entries.recorded)
        #expect(try folder.files.count == 4)
    }

    @Test func `takes no more appends when a new segment's name is not durable`() async throws {
        let log = try await open(segmentBytesMax: 1)
        _ = try await log.append([entries[0]])
        fault { $0.folderSyncError = .ioError }
        #expect(await code { _ = try await log.append([entries[1]]) } == .unwritable)
        fault { $0.folderSyncError = nil }
        #expect(await code { _ = try await log.append([entries[1]]) } == .unwritable)
        let opened = try await open(segmentBytesMax: 1)
        _ = try await opened.append([entries[1]])
        #expect(try await opened.all() == Array(entries[..<2]).recorded)
    }

    @Test func `does not open when a torn end cannot be kept, and loses nothing by it`() async throws {
        let log = try await open()
        _ = try await log.append([Sample.rejected])
        await log.close()
        let bytes = try folder.bytes() + [1, 2, 3]
        try folder.write(bytes)
        fault { $0.createError = .noSpace }
        #expect(await code { _ = try await open() } == .full)
        #expect(try folder.bytes() == bytes)
        fault { $0.createError = nil }
        #expect(try await open().recovery.torn?.length == 3)
    }
}
