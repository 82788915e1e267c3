import Foundation

/// How many events the kernel keeps for each inotify instance that is made from now on; root can change it.
final class KernelQueueLimit {
    private let path = "/proc/sys/fs/inotify/max_queued_events"
    private var original: Data?

    /// Returns false where this user may not.
    func lower(to limit: Int) -> Bool {
        do {
            let present = try Data(contentsOf: URL(fileURLWithPath: path))
            try write(Data("\(limit)\n".utf8))
            original = present
            return true
        } catch {
            print("The kernel's queue keeps its length: \(error).")
            return false
        }
    }

    func restore() {
        guard let original else { return }
        self.original = nil
        do { try write(original) } catch { print("Cannot restore '\(path)': \(error).") }
    }

    private func write(_ data: Data) throws {
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try file.write(contentsOf: data)
        try file.close()
    }
}
