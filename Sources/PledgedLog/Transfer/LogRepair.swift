public import PledgedCore
import SystemPackage

/// Mends a log with what a copy of it still has.
public enum LogRepair {
    /// What was done.
    public struct Result: Hashable, Sendable {
        /// A segment that was written anew.
        public struct Replacement: Hashable, Sendable {
            /// The path of the segment.
            public let file: String
            /// The path under which the damaged one is kept; nil where there was none.
            public let keptIn: String?
            /// How many of its entries come from the copy.
            public let entries: Int
        }

        public internal(set) var replacements: [Replacement] = []
        /// The position after the last event.
        public internal(set) var end = LogPosition.start
        /// Of the last entry.
        public internal(set) var lastHash = ChainHash.zero.description
    }

    /// Writes every segment anew that is damaged, is missing, or ends before the copy does.
    ///
    /// An entry comes from the log itself where it follows from the one before, otherwise from the copy where that one
    /// follows. Nothing is changed until all is there; damaged segments are kept beside the new ones. Taken in the order of
    /// the segments, each in one step: after a crash it can be run again.
    ///
    /// - Parameters:
    ///   - folder: The log's; no daemon may run on it.
    ///   - copy: A folder with a copy of it, older or newer, whole or damaged elsewhere.
    /// - Returns: What was done; nothing where the log was whole and the copy has no more.
    /// - Throws: ``LogError`` with code `damaged` where neither has what is missing, `locked`, `unreadable`, `full` or
    ///   `unwritable`.
    public static func run(folder: String, from copy: String) throws(LogError) -> Result {
        let storage = FolderStorage(folder: folder)
        let lock = try EventLog.lock(storage)
        defer { withExtendedLifetime(lock) {} }
        // What was taken out must not come back from a copy.
        let redactions = try Redactions(storage, thorough: true)
        redactions.add(try Redactions(FolderStorage(folder: copy), thorough: true).all)
        var workshop = RepairWorkshop(storage, copy: try RepairCopy(folder: copy), redactions)
        try workshop.removeLeftovers()
        do throws(LogError) {
            try workshop.mend()
        } catch {
            try workshop.removeLeftovers()
            throw error
        }
        let result = try workshop.swap()
        _ = try redactions.learn(from: storage)
        return result
    }
}
