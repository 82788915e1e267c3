import Foundation
import Glibc

/// Mounts, which root alone may make, and not everywhere.
enum Mount {
    /// Tried once, on a folder that is nobody's.
    static let isPossible: Bool = {
        guard getuid() == 0 else { return false }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pledged-mount-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
            defer { _ = unsafe rmdir(folder.path) }
            guard (unsafe mount("tmpfs", folder.path, "tmpfs", 0, nil)) == 0 else { return false }
            return (unsafe umount2(folder.path, 0)) == 0
        } catch {
            print("Mounts are not tried: \(error).")
            return false
        }
    }()
}
