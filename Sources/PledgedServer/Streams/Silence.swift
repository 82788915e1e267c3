import NIOCore

/// Rings a stream's bell when nothing was written for too long.
///
/// One timer at a time, set anew only when it has fired: a busy stream costs no timers.
struct Silence {
    private let max: Duration
    private let bell: Bell
    private let eventLoop: any EventLoop
    private let clock = ContinuousClock()
    private var lastWrite: ContinuousClock.Instant
    private var timer: Scheduled<Void>
    private var timerEnd: ContinuousClock.Instant

    init(max: Duration, bell: Bell, eventLoop: any EventLoop) {
        self.max = max
        self.bell = bell
        self.eventLoop = eventLoop
        lastWrite = clock.now
        timerEnd = lastWrite.advanced(by: max)
        timer = eventLoop.scheduleTask(in: TimeAmount(max)) { bell.ring() }
    }

    var isOver: Bool { clock.now >= lastWrite.advanced(by: max) }

    mutating func wait(afterWriting hasWritten: Bool) {
        let now = clock.now
        if hasWritten { lastWrite = now }
        guard now >= timerEnd else { return }
        let bell = bell
        timerEnd = lastWrite.advanced(by: max)
        timer = eventLoop.scheduleTask(in: TimeAmount(timerEnd - now)) { bell.ring() }
    }

    func end() { timer.cancel() }
}
