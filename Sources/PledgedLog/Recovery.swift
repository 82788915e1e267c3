public import PledgedCore

/// What opening a log found.
public struct Recovery: Hashable, Sendable {
    /// An end that was cut off because it had not been written whole when the machine or the process stopped.
    public struct TornTail: Hashable, Sendable {
        /// The path of the segment that was cut.
        public let file: String
        /// The offset of the first byte that was cut off.
        public let byte: UInt64
        /// How many bytes were cut off.
        public let length: UInt64
        /// The path of the file that keeps them.
        public let keptIn: String
        /// What was wrong with the first line of it.
        public let what: String
    }

    /// The position after the last event.
    public let end: LogPosition
    public let segments: Int
    /// Of all segments, after the torn end was cut off.
    public let bytes: UInt64
    /// How many of the bytes had their chain checked; the rest is checked when first read.
    public let bytesChecked: UInt64
    /// Entries in the segments that were checked.
    public let entriesChecked: Int
    /// Nil where the end was whole.
    public let torn: TornTail?
    /// How long opening took.
    public let duration: Duration

    /// How many events the log holds.
    public var events: UInt64 { end.offset }
}
