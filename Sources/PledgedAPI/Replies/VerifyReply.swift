public import PledgedCore

/// What holding the log against its chain, and the views against the log, showed.
public struct VerifyReply: Hashable, Codable, Sendable {
    /// The last event that was compared, nil where the log is empty.
    public var position: LogPosition?
    /// Of the views that are served.
    public var viewsDigest: String
    /// Of views built anew from the log up to the same position.
    public var rebuildDigest: String
    /// What is wrong with the log and where; nil where its chain is whole.
    public var logDamage: String?
    /// How many entries of the log were checked.
    public var logEntries: Int
    /// How many events they hold.
    public var logEvents: Int
    /// How long it took.
    public var microseconds: Int64

    public init(
        position: LogPosition?,
        viewsDigest: String,
        rebuildDigest: String,
        logDamage: String?,
        logEntries: Int,
        logEvents: Int,
        microseconds: Int64
    ) {
        self.position = position
        self.viewsDigest = viewsDigest
        self.rebuildDigest = rebuildDigest
        self.logDamage = logDamage
        self.logEntries = logEntries
        self.logEvents = logEvents
        self.microseconds = microseconds
    }

    /// Whether the log is whole and the views say what it says.
    public var isSound: Bool { logDamage == nil && viewsDigest == rebuildDigest }
}
