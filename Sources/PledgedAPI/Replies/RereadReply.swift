public import PledgedCore

/// What reading articles again did, or would do.
public struct RereadReply: Hashable, Codable, Sendable {
    /// Facts by kind.
    public struct Counts: Hashable, Codable, Sendable {
        public var actors: Int
        public var pledges: Int
        public var requests: Int
        public var happenings: Int

        public init(actors: Int = 0, pledges: Int = 0, requests: Int = 0, happenings: Int = 0) {
            self.actors = actors
            self.pledges = pledges
            self.requests = requests
            self.happenings = happenings
        }
    }

    /// The version of the reader that read them.
    public var reader: String
    public var isDryRun: Bool
    /// How many articles were read again.
    public var articles: Int
    /// In how many of them it found other facts than the reader before it.
    public var changed: Int
    /// How many were left alone, for this very reader had read them.
    public var current: Int
    /// What was found before in the articles read again.
    public var before: Counts
    /// What is found now.
    public var after: Counts
    /// How many events were appended; 0 in a dry run.
    public var events: Int
    /// The last event in the log, once all is in the views; nil where the log is empty.
    public var position: LogPosition?
    /// How long it took.
    public var microseconds: Int64

    public init(
        reader: String,
        isDryRun: Bool,
        articles: Int = 0,
        changed: Int = 0,
        current: Int = 0,
        before: Counts = Counts(),
        after: Counts = Counts(),
        events: Int = 0,
        position: LogPosition? = nil,
        microseconds: Int64 = 0
    ) {
        self.reader = reader
        self.isDryRun = isDryRun
        self.articles = articles
        self.changed = changed
        self.current = current
        self.before = before
        self.after = after
        self.events = events
        self.position = position
        self.microseconds = microseconds
    }
}
