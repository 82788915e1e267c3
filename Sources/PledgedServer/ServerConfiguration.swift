import PledgedAPI

/// What may be set about the server; the defaults are meant for use.
public struct ServerConfiguration: Hashable, Sendable {
    /// The CloudEvents source of this log: a URI reference.
    public var source = CloudEvent.sourceDefault
    /// After this long without a line, a stream gets one that says it is still there.
    public var keepAlive: Duration = .seconds(15)
    /// A reader that takes nothing for this long, while something waits for it, is cut off.
    public var stallMax: Duration = .seconds(60)
    /// A connection without a request, or with one that does not get finished, is closed after this long.
    public var idleMax: Duration = .seconds(60)
    /// How long answers under way may take when the server is told to stop; then they are cut off.
    public var drainMax: Duration = .milliseconds(1500)
    /// Connections served at the same time; more are told so, and closed.
    public var connectionsMax = 4096
    /// Bytes of a request's target (path and query).
    public var targetBytesMax = 8 << 10
    /// Bytes of all of a request's header fields together.
    public var headerBytesMax = 16 << 10
    /// Bytes of the newest events that are kept encoded for live readers; one event may be larger.
    public var recentBytesMax = 4 << 20
    /// Bytes that are written to a reader at once; one event may be larger.
    public var batchBytesMax = 64 << 10
    /// Bytes of events in one page; one event may be larger.
    public var pageBytesMax = 4 << 20
    /// Events that are looked at for one page; the page that ends here may be short, and has a next one.
    public var pageScanMax = 20_000
    /// Events that a filtered stream passes over before it says how far it has come.
    public var markEvery = 1000

    public init() {}
}
