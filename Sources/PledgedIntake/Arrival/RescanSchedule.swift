/// When to look through the whole folder.
struct RescanSchedule: Sendable {
    let interval: Duration
    /// Given where the file system wants to be polled.
    var poll: Duration?
    private var asked: RescanCause?
    private var lastEnd = Moment.start
    private var earliest = Moment.start
    /// False while there is no folder to look through.
    private var isOpen = false

    init(interval: Duration) { self.interval = interval }

    /// Wants a look as soon as it may be.
    mutating func ask(_ cause: RescanCause) { asked = asked ?? cause }

    /// There is a folder, and it wants to be looked through at once.
    mutating func open(poll: Duration?) {
        self.poll = poll
        (isOpen, asked, earliest) = (true, .armed, .start)
    }

    mutating func close() { isOpen = false }

    /// Why a look is due, or nil where none is.
    func due(at now: Moment) -> RescanCause? {
        guard isOpen, now >= earliest else { return nil }
        if let asked { return asked }
        if now >= lastEnd + interval { return .periodic }
        guard let poll, now >= lastEnd + poll else { return nil }
        return .poll
    }

    /// The next moment at which a look is due, unless something asks for one before; nil where there is no folder.
    var next: Moment? {
        guard isOpen else { return nil }
        return max(earliest, asked == nil ? lastEnd + min(interval, poll ?? interval) : earliest)
    }

    /// A look begins; what is asked for from now on wants another.
    mutating func begin() { asked = nil }

    /// A look took from `start` to `end`.
    mutating func looked(from start: Moment, to end: Moment) {
        lastEnd = end
        // Overflow upon overflow may not take all the time there is.
        earliest = end + (end - start) * 4
    }

    /// A look failed, and is due again after a while.
    mutating func failed(at now: Moment, cause: RescanCause, retryIn wait: Duration) {
        ask(cause)
        earliest = now + wait
    }
}
