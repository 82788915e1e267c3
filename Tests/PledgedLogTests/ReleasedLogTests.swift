import Foundation
import PledgedCore
import PledgedLog
import Testing

/// Logs that earlier versions wrote, one folder a version, which every later one must read for ever.
///
/// Each holds an event of every kind that its version knew, and a checkpoint. A folder is added with each version that
/// writes something else than the one before, and never changed.
struct ReleasedLog: CustomTestStringConvertible, Sendable {
    let version: String
    let lastHash: String
    let counts: [Event.Name: Int]

    static let all = [
        ReleasedLog(
            version: "0.1.0",
            lastHash: "884f422a6db5de8e6fe8e0acee61f78813ece6beaaf7d6f05863defd004a7af8",
            counts: [
                .articleReceived: 2, .actorNamed: 19, .pledgeStated: 13, .requestStated: 5, .happeningReported: 16,
                .articleRead: 2, .articleDuplicated: 1, .articleRejected: 1,
            ]
        )
    ]

    var testDescription: String { version }

    /// Copies the log, for a log that is opened is locked and may be mended.
    func copy(to folder: LogFolder) throws {
        let released = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Released/\(version)")
        for file in try FileManager.default.contentsOfDirectory(atPath: released.path) {
            try folder.write(try Data(contentsOf: released.appendingPathComponent(file)), to: file)
        }
    }
}

@Suite struct ReleasedLogTests {
    private let folder: LogFolder

    init() throws { folder = try LogFolder() }

    @Test(arguments: ReleasedLog.all)
    func `is whole, and its checkpoint holds`(released: ReleasedLog) throws {
        try released.copy(to: folder)
        let report = try LogVerifier.verify(folder: folder.path)
        #expect(report.isWhole)
        #expect(report.lastHash == released.lastHash)
        #expect(report.checkpoints == 1)
    }

    @Test(arguments: ReleasedLog.all)
    func `is read event by event, and written on`(released: ReleasedLog) async throws {
        try released.copy(to: folder)
        let log = try await folder.open()
        let events = try await log.all()
        #expect(events.reduce(into: [:]) { $0[$1.event.name, default: 0] += 1 } == released.counts)
        #expect(try await log.stored(from: .start, countMax: 1000).map(\.name) == events.map(\.event.name))
        _ = try await log.append([Sample.entry(1)])
        await log.close()
        #expect(try LogVerifier.verify(folder: folder.path).isWhole)
    }

    /// Nothing of what the events say is lost on the way through this version.
    @Test(arguments: ReleasedLog.all)
    func `says the same when it is written again`(released: ReleasedLog) async throws {
        try released.copy(to: folder)
        let log = try await folder.open()
        for entry in try await log.entries(from: .start, countMax: 1000) {
            let events = try EventCoding.decode([Event].self, from: Data(entry.events))
            #expect(Array(try EventCoding.encode(events)) == entry.events)
        }
        await log.close()
    }
}
