import SystemPackage

/// What a disk does instead of what it was asked.
enum DiskFault: String, CaseIterable, Hashable, Sendable {
    case shortWrite = "short write"
    case interruptedWrite = "EINTR on write"
    case fullOnWrite = "ENOSPC on write"
    case failedWrite = "EIO on write"
    case failedSync = "EIO on fdatasync"
    case failedFolderSync = "EIO on fsync of the folder"
    case refusedFile = "EMFILE on open"
    case failedTruncate = "EIO on ftruncate"
    case failedRead = "EIO on read"

    /// Nil for a short write, which is no error.
    var error: Errno? {
        switch self {
        case .shortWrite: nil
        case .interruptedWrite: .interrupted
        case .fullOnWrite: .noSpace
        case .refusedFile: .tooManyOpenFiles
        case .failedWrite, .failedSync, .failedFolderSync, .failedTruncate, .failedRead: .ioError
        }
    }

    /// How often it comes, in 1000 times that it could, on a disk that is in a bad state.
    var perMille: Int {
        switch self {
        case .shortWrite: 200
        case .fullOnWrite, .failedTruncate: 60
        case .refusedFile, .failedFolderSync: 50
        case .interruptedWrite, .failedWrite, .failedSync: 30
        case .failedRead: 4
        }
    }
}
