import Logging
import PledgedCore
import PledgedLog

/// What every stream reads from: the newest events framed once for all, older ones from the log.
///
/// A stream has no queue here, only a ``Bell``; how far it is, it knows itself. One loop (``follow()``) frames what
/// the log gains. While nobody listens, nothing is framed or kept.
actor LiveFeed {
    private let log: EventLog
    private let source: String
    private let logger: Logger
    private var recent: RecentFrames
    private var shared = SharedPieces()
    private var bells: [Int: Bell] = [:]
    private var bellsMade = 0
    private var isFinished = false

    /// Events that are read from the log at once.
    private static let readMax = 128

    init(log: EventLog, configuration: ServerConfiguration, logger: Logger) {
        self.log = log
        self.logger = logger
        source = configuration.source
        recent = RecentFrames(end: log.end, bytesMax: configuration.recentBytesMax)
    }

    /// Follows the log until it is closed or the task cancelled; then every stream comes to its end.
    func follow() async {
        for await end in log.growth() { await fill(until: end) }
        finish()
    }

    /// Ends every stream, and those to come.
    func finish() {
        isFinished = true
        for bell in bells.values { bell.finish() }
    }

    /// A bell that rings when the log has grown, and the number under which to take it away again.
    func hang() -> (number: Int, bell: Bell) {
        let bell = Bell()
        bellsMade += 1
        bells[bellsMade] = bell
        if isFinished { bell.finish() }
        return (bellsMade, bell)
    }

    func takeAway(_ number: Int) {
        bells[number] = nil
        guard bells.isEmpty else { return }
        recent.reset(end: recent.end)
        shared.removeAll()
    }

    /// Streams that are open.
    var listeners: Int { bells.count }

    /// Where the live events end: streams read up to here.
    var end: LogPosition { recent.end }

    /// Bytes of events that are kept.
    var heldBytes: Int { recent.heldBytes }

    /// The events from `position` on that pass; none, with `next` unmoved, at the ``end``.
    func piece(
        from position: LogPosition,
        filter: EventFilter,
        format: StreamFormat,
        room: FrameBatch.Room
    ) async throws -> StreamPiece {
        if filter.isOpen, let piece = shared.piece(from: position, format: format, room: room) { return piece }
        if let batch = recent.batch(from: position, filter: filter, room: room) {
            let piece = StreamPiece(batch, format: format)
            if filter.isOpen { shared.keep(piece, from: position, format: format, room: room) }
            return piece
        }
        let reader = LogFrames(log: log, source: source)
        let countMax = min(Self.readMax, Int(clamping: recent.end.offset - position.offset))
        return try await reader.piece(from: position, filter: filter, format: format, room: room, countMax: countMax)
    }

    private func fill(until end: LogPosition) async {
        do {
            while recent.end < end, !isFinished {
                guard !bells.isEmpty else { return recent.reset(end: end) }
                for event in try await log.stored(from: recent.end, countMax: Self.readMax) {
                    // The log no longer has the words; what is kept here may.
                    if event.name == .articleRedacted {
                        recent.reset(end: recent.end)
                        shared.removeAll()
                    }
                    recent.append(EventFrame(event, source: source))
                }
                for bell in bells.values { bell.ring() }
            }
        } catch {
            // Streams must not seem alive while they are blind: end them. They come back, and read from the log.
            logger.error("Cannot read new events for the streams", metadata: ["error": "\(error)"])
            for bell in bells.values { bell.finish() }
            recent.reset(end: end)
        }
    }
}
