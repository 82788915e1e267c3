public import PledgedCore

/// Why the views could not do what was asked.
public struct ViewError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The events do not continue where the views end; nothing was applied.
        case notContiguous
        /// An event contradicts what came before it, and is set aside.
        case unappliable
        /// The file was written by another version of the program.
        case otherVersion
        /// The file is damaged.
        case damaged
        /// The disk fails under the file.
        case failing
        /// The file is something else than views.
        case foreign
        /// A rebuild is under way already.
        case rebuilding
        /// The events end before the position that a rebuild was to reach.
        case logEnded
        /// A moment was asked for that the views do not reach.
        case beyondEnd
        /// The views hold words that were taken out of the log since; nothing was applied.
        case outdated
        /// The disk is full.
        case full
        /// The file or its folder cannot be read or written.
        case unusable
    }

    public let code: Code
    /// What happened, to what, and what to do about it.
    public let message: String
    /// The event that it happened at, where there is one.
    public let position: LogPosition?

    public init(code: Code, message: String, position: LogPosition? = nil) {
        self.code = code
        self.message = message
        self.position = position
    }

    public var description: String { message }

    /// Whether deleting the file and applying the whole log again (``ViewStore/discard(path:)``) is the remedy.
    public var asksForRebuild: Bool {
        switch code {
        case .otherVersion, .damaged, .failing, .foreign, .outdated: true
        case .notContiguous, .unappliable, .rebuilding, .logEnded, .beyondEnd, .full, .unusable: false
        }
    }
}
