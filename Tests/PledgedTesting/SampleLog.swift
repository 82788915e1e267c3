public import PledgedCore

/// A log in memory for tests: gives each event its place and its time.
public struct SampleLog: Sendable {
    public private(set) var events: [RecordedEvent] = []

    public init() {}

    /// The position of the next event.
    public var end: LogPosition { LogPosition.start.advanced(by: events.count) }

    /// Adds one event, recorded one second after the one before, and returns its position.
    @discardableResult
    public mutating func add(_ event: Event, article: ArticleID? = nil) -> LogPosition {
        let position = end
        let start: Int64 = 1_720_600_000_000_000
        events.append(
            RecordedEvent(
                position: position,
                recorded: Timestamp(microseconds: start + Int64(events.count) * 1_000_000),
                article: article,
                event: event
            )
        )
        return position
    }

    /// Adds the entry of an article that was let in and read, and returns where its `article.received` lies.
    @discardableResult
    public mutating func receive(
        _ article: Article,
        file: DroppedFile? = nil,
        revises: ArticleID? = nil,
        actors: [NamedActor] = [],
        pledges: [Pledge] = [],
        happenings: [Happening] = []
    ) -> LogPosition {
        let file = file ?? SampleEvents.file("\(article.id.hexadecimal.suffix(4)).txt", inode: UInt64(events.count + 1))
        let received = ArticleReceived(article: article, file: file, revises: revises)
        let position = add(.articleReceived(received), article: article.id)
        read(article.id, actors: actors, pledges: pledges, happenings: happenings)
        return position
    }

    /// Adds a reading of an article that was received.
    public mutating func read(
        _ article: ArticleID,
        reader: String = "test",
        actors: [NamedActor] = [],
        pledges: [Pledge] = [],
        happenings: [Happening] = []
    ) {
        for actor in actors { add(.actorNamed(actor), article: article) }
        for pledge in pledges { add(.stated(pledge), article: article) }
        for happening in happenings { add(.happeningReported(happening), article: article) }
        let requests = pledges.count { $0.kind == .request }
        let read = ArticleRead(
            reader: reader,
            actors: actors.count,
            pledges: pledges.count - requests,
            requests: requests,
            happenings: happenings.count
        )
        add(.articleRead(read), article: article)
    }

    /// At most `countMax` events from `position` on, as the log gives them.
    public func read(from position: LogPosition, countMax: Int) -> [RecordedEvent] {
        Array(events.dropFirst(Int(clamping: position.offset)).prefix(countMax))
    }
}
