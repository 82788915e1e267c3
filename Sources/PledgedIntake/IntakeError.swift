public import SystemPackage

/// Why the intake cannot work at all.
public enum IntakeError: Error, Hashable, Sendable {
    /// Another intake runs in this process.
    case alreadyWatching
    /// The kernel gives no inotify instance, or the one it gave fails.
    case noInotify(Errno)
    /// Without `/proc` the inotify descriptor cannot be found.
    case noProcessFolder(Errno)
    case descriptorNotFound
    /// The library can't wait on a descriptor of 1024 or more.
    case descriptorTooHigh(Int32)
    case outcomeFolderUnusable(path: String, cause: Errno)
    case foldersOverlap(dropFolder: String, outcomeFolder: String)
    case notAbsolute(path: String)
}

extension IntakeError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .alreadyWatching: "Another intake runs in this process already. Stop it first."
        case .noInotify(let cause):
            "The kernel's file notification failed: \(cause). Look at the limits in /proc/sys/fs/inotify."
        case .noProcessFolder(let cause): "Cannot list '/proc/self/fd': \(cause). Mount /proc."
        case .descriptorNotFound: "The inotify descriptor is not listed in '/proc/self/fd'. Mount the real /proc."
        case .descriptorTooHigh(let descriptor):
            "The inotify descriptor is \(descriptor), and 1023 is the highest that works. Start the intake earlier."
        case .outcomeFolderUnusable(let path, let cause):
            "Cannot use the outcome folder '\(path)': \(cause). Make it, or let the daemon's user write there."
        case .foldersOverlap(let dropFolder, let outcomeFolder):
            "Files that leave '\(dropFolder)' for '\(outcomeFolder)' would be dropped again. Choose folders apart."
        case .notAbsolute(let path): "The folder '\(path)' is not an absolute path. Begin it with a slash."
        }
    }
}
