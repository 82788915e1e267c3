import Foundation
import PledgedCore
import PledgedLog
import PledgedTesting
import Testing

/// A folder with a log in it, and what a test does to its files.
struct LogFolder {
    private let parent: TemporaryFolder
    let path: String

    init() throws {
        parent = try TemporaryFolder()
        path = try parent.folder("log")
    }

    func open(_ change: (inout LogConfiguration) -> Void = { _ in }) async throws -> EventLog {
        var configuration = LogConfiguration()
        change(&configuration)
        return try await EventLog.open(folder: path, configuration: configuration, now: clock)
    }

    /// Makes a log with `entries`, each in an append of its own, and closes it.
    func fill(_ entries: [NewEntry], _ change: (inout LogConfiguration) -> Void = { _ in }) async throws {
        let log = try await open(change)
        for entry in entries { _ = try await log.append([entry]) }
        await log.close()
    }

    /// The names of all files but the lock.
    var files: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: path).filter { $0 != "lock" }.sorted() }
    }

    func bytes(_ file: String = firstSegment) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(file)")))
    }

    func write(_ bytes: some Sequence<UInt8>, to file: String = firstSegment) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/\(file)"))
    }

    func remove(_ file: String) throws { try FileManager.default.removeItem(atPath: "\(path)/\(file)") }
}

let firstSegment = "00000000000000000000.log"

extension EventLog {
    /// Every event, by reads of `countMax`.
    func all(countMax: Int = 7) async throws(LogError) -> [RecordedEvent] {
        var events: [RecordedEvent] = []
        while true {
            let more = try await read(from: .start.advanced(by: events.count), countMax: countMax)
            if more.isEmpty { return events }
            events += more
        }
    }
}

extension [NewEntry] {
    /// What a log that holds just these reads as.
    var recorded: [RecordedEvent] {
        flatMap { entry in entry.events.map { (entry.article, $0) } }.enumerated().map { index, event in
            RecordedEvent(
                position: .start.advanced(by: index),
                recorded: clock(),
                article: event.0,
                event: event.1
            )
        }
    }
}

/// The code that `body` throws.
func code(of body: () async throws -> Void) async -> LogError.Code? {
    do {
        try await body()
        return nil
    } catch let error as LogError {
        return error.code
    } catch {
        Issue.record("Not a LogError: \(error)")
        return nil
    }
}
