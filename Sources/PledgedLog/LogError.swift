/// Why the log could not do what it was asked.
public struct LogError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable, Codable {
        /// No room (disk, quota, file size or file descriptors): nothing was appended, a later append may succeed.
        case full
        /// Too many bytes wait for the disk: nothing was appended, try again when earlier appends have returned.
        case busy
        /// One entry is larger than the log takes.
        case tooLarge = "too-large"
        /// An event has no JSON.
        case unencodable
        /// The disk failed: the log takes no more appends until it is opened again; reading goes on.
        case unwritable
        /// A file or folder cannot be read or opened.
        case unreadable
        /// The log holds something else than was written.
        case damaged
        /// An entry is whole, but not in a form that this version knows.
        case undecodable
        /// The log holds no such article.
        case unknownArticle = "unknown-article"
        /// The words that are asked for, or about, were taken out.
        case redacted
        /// Another process has the log open for writing.
        case locked
        /// The position lies beyond the end of the log.
        case beyondEnd = "beyond-end"
        /// The log was closed.
        case closed

        /// Whether the same may succeed later, without anybody opening the log again.
        public var isTemporary: Bool { self == .full || self == .busy }
    }

    public let code: Code
    /// What happened, to what, and what to do about it.
    public let message: String
    /// The system's error number, where the system reported one.
    public let errno: Int32?
    /// Where the damage lies, for code `damaged`.
    public let damage: LogDamage?

    public init(code: Code, message: String, errno: Int32? = nil, damage: LogDamage? = nil) {
        self.code = code
        self.message = message
        self.errno = errno
        self.damage = damage
    }

    public var description: String { message }
}
