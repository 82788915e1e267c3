public import PledgedCore

/// A dropped file that is complete, with what the intake found in it.
public struct IncomingFile: Hashable, Sendable {
    public enum Content: Hashable, Sendable {
        /// All of the file, at most the configured size.
        case bytes([UInt8])
        /// A link, a FIFO, too large, unreadable …
        case refused(Rejection)
    }

    public let file: DroppedFile
    public let content: Content

    public init(file: DroppedFile, content: Content) {
        self.file = file
        self.content = content
    }
}
