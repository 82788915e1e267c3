import Foundation

/// A folder of one test's own, removed with all that is in it when the value goes.
public final class TemporaryFolder: Sendable {
    public let path: String

    /// - Parameter isInMemory: Whether what is synced in it need not wait for a disk, where the machine has such a place.
    /// - Throws: Where the folder cannot be made.
    public init(isInMemory: Bool = false) throws {
        let memory = URL(fileURLWithPath: "/dev/shm", isDirectory: true)
        let isMemoryUsed = isInMemory && FileManager.default.isWritableFile(atPath: memory.path)
        let base = isMemoryUsed ? memory : FileManager.default.temporaryDirectory
        let url = base.appendingPathComponent("pledged-test-\(UUID().uuidString)", isDirectory: true)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.resolvingSymlinksInPath().path
    }

    deinit {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            print("Cannot remove '\(path)': \(error).")
        }
    }

    /// The path of `name` in the folder.
    public func path(_ name: String) -> String { "\(path)/\(name)" }

    /// Makes a folder in the folder and returns its path.
    public func folder(_ name: String) throws -> String {
        try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
        return path(name)
    }

    /// Writes `text` to a file in the folder and returns its path.
    @discardableResult
    public func file(_ name: String, _ text: String) throws -> String {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
        return path(name)
    }
}
