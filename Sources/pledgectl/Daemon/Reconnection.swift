import PledgedCore

/// Decides how a subscriber goes on when its connection ends: no clock, no socket.
///
/// It keeps the position, so that no event is missed and none is passed on twice, and it waits longer from try to try.
struct Reconnection: Sendable {
    enum Signal: Hashable, Sendable {
        /// The daemon has answered and the stream begins.
        case opened
        case event(LogPosition)
        /// Everything up to here has been sent or does not concern the subscriber; nil in an empty log.
        case passed(LogPosition?)
        /// The same, and that is all that there was.
        case caughtUp(LogPosition?)
        /// The stream broke off, or nobody answers.
        case lost
    }

    enum Action: Hashable, Sendable {
        case proceed
        /// Go on as before, after a loss.
        case resumed
        /// Pass the event on.
        case deliver
        /// The event was passed on before.
        case skip
        /// Wait, then connect again after ``Reconnection/after``.
        ///
        /// Say so where it is the first time in a row.
        case reconnect(after: Duration, isFirst: Bool)
        case giveUp
        /// Everything that was asked for has been passed on.
        case finish
    }

    /// The longest pause between two tries.
    static let pauseMax: Duration = .seconds(5)
    private static let pauseMin: Duration = .milliseconds(100)

    /// The last position that the subscriber is done with; nil for none yet.
    private(set) var after: LogPosition?
    /// How long to wait in all before giving up.
    let patience: Duration
    /// Whether the subscriber wants what comes after all that there was.
    let isLive: Bool
    /// Whether it has ever been connected; a first try that fails is not repeated.
    private var hasBeenOpen = false
    private var isLost = false
    private var waited: Duration = .zero
    private var pause: Duration = pauseMin

    /// - Parameters:
    ///   - after: where the subscriber was; nil to begin at the start of the log.
    ///   - patience: how long to wait in all, from the last sign of life, before giving up.
    ///   - isLive: whether to go on when all that there was has been sent.
    init(after: LogPosition?, patience: Duration, isLive: Bool = true) {
        self.after = after
        self.patience = patience
        self.isLive = isLive
    }

    mutating func action(for signal: Signal) -> Action {
        switch signal {
        case .opened:
            defer { (hasBeenOpen, isLost) = (true, false) }
            return isLost ? .resumed : .proceed
        case .event(let position): return isNew(position) ? .deliver : .skip
        case .passed(let position):
            pass(position)
            return .proceed
        case .caughtUp(let position):
            pass(position)
            // Not the end of the stream but this says that nothing is missing: a daemon that stops ends streams too.
            return isLive ? .proceed : .finish
        case .lost: return hasBeenOpen ? reconnect() : .giveUp
        }
    }

    private mutating func pass(_ position: LogPosition?) {
        if let position { _ = isNew(position) }
    }

    private mutating func isNew(_ position: LogPosition) -> Bool {
        // Only a stream that moves shows that the daemon is well again; one that opens and breaks does not.
        (waited, pause) = (.zero, Self.pauseMin)
        if let after, position <= after { return false }
        after = position
        return true
    }

    private mutating func reconnect() -> Action {
        guard waited < patience else { return .giveUp }
        let isFirst = waited == .zero
        let next = min(pause, patience - waited)
        waited += next
        isLost = true
        pause = min(pause * 2, Self.pauseMax)
        return .reconnect(after: next, isFirst: isFirst)
    }
}
