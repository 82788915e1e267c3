/// One drop: a file as it lay in the drop folder.
///
/// The same four values seen again are the same drop, not a new one.
public struct DroppedFile: Hashable, Codable, Sendable {
    /// The name within the drop folder.
    ///
    /// Bytes that are not UTF-8 are shown as U+FFFD.
    public let name: String
    /// In bytes.
    public let size: Int64
    public let inode: UInt64
    /// The time of the last change of content, in nanoseconds after 1970-01-01T00:00:00Z.
    public let modified: Int64

    public init(name: String, size: Int64, inode: UInt64, modified: Int64) {
        self.name = name
        self.size = size
        self.inode = inode
        self.modified = modified
    }
}

/// Why a file was turned away.
public enum RejectionReason: String, Codable, Sendable, CaseIterable {
    case empty
    case binary
    case tooLarge = "too-large"
    case undecodable
    case unreadable
    case symbolicLink = "symbolic-link"
    case notRegularFile = "not-regular-file"
    case otherFileSystem = "other-file-system"
    /// HTML or JSON that holds no article.
    case malformed
}

/// What became of a dropped file.
public enum OutcomeKind: String, Codable, Sendable, CaseIterable {
    case accepted, revised, duplicate, rejected
}
