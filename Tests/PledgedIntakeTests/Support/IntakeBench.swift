import Foundation
import Logging
import PledgedTesting
import ServiceLifecycle
import Testing

@testable import PledgedIntake

/// A drop folder and an outcome folder of one test's own, with an intake between them.
final class IntakeBench: Sendable {
    private let root: TemporaryFolder
    private let inMemory: String?
    let rootPath: String
    /// Where a test prepares files, on the same file system.
    let desk: String
    let drop: String
    let outcomes: String
    let admission = RecordingAdmission()

    static let silentLogger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    /// In memory thousands of files come faster than a disk takes them.
    init(isInMemory: Bool = false) throws {
        root = try TemporaryFolder()
        let name = root.path.split(separator: "/").last.map(String.init) ?? ""
        inMemory = isInMemory && FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm/\(name)" : nil
        rootPath = inMemory ?? root.path
        desk = "\(rootPath)/desk"
        drop = "\(rootPath)/drop"
        outcomes = "\(rootPath)/outcomes"
        for folder in ["desk", "drop"] { try makeFolder(folder) }
    }

    deinit {
        guard let inMemory else { return }
        do {
            try FileManager.default.removeItem(atPath: inMemory)
        } catch {
            print("Cannot remove '\(inMemory)': \(error).")
        }
    }

    /// With short waits.
    var configuration: IntakeConfiguration {
        var configuration = IntakeConfiguration(
            dropFolder: drop,
            outcomeFolder: outcomes,
            settle: .milliseconds(50)
        )
        configuration.recent = .milliseconds(100)
        configuration.check = .milliseconds(50)
        return configuration
    }

    /// Runs an intake while `body` runs, and stops it gracefully afterwards.
    func run(
        _ configuration: IntakeConfiguration? = nil,
        _ body: (IntakeService) async throws -> Void
    ) async throws {
        let intake = IntakeService(
            configuration: configuration ?? self.configuration,
            admission: admission,
            logger: Self.silentLogger
        )
        try await run(intake, body)
    }

    func run(_ intake: IntakeService, _ body: (IntakeService) async throws -> Void) async throws {
        let group = ServiceGroup(services: [intake], logger: Self.silentLogger)
        async let end: Void = group.run()
        do {
            try await body(intake)
        } catch {
            await group.triggerGracefulShutdown()
            try await end
            throw error
        }
        await group.triggerGracefulShutdown()
        try await end
    }

    /// Runs an intake, and `body` once it watches.
    func watch(
        _ configuration: IntakeConfiguration? = nil,
        _ body: (IntakeService) async throws -> Void
    ) async throws {
        try await run(configuration) { intake in
            try await eventually("the intake watches") { intake.status.state == .watching }
            try await body(intake)
        }
    }

    /// Waits until `count` drops have their outcome and nothing is left to do.
    func settled(_ intake: IntakeService, admitted count: Int) async throws {
        try await eventually(
            "\(count) drops have their outcome, not \(admission.now.admitted.count): \(intake.status)"
        ) {
            let status = intake.status
            return admission.now.admitted.count >= count && status.inHand == 0 && status.ready == 0
                && status.settling == 0 && status.counters.outcomes.values.reduce(0, +) >= count
        }
    }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String { "\(rootPath)/\(name)" }

    /// What lies in the folder of the bench, by name.
    func list(_ folder: String) throws -> [String] {
        guard FileManager.default.fileExists(atPath: path(folder)) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
    }

    func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    }

    func read(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }
}
