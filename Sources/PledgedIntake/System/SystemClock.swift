import Glibc

/// The machine's clocks.
struct SystemClock: IntakeClock {
    private let began = ContinuousClock.now

    var elapsed: Duration { ContinuousClock.now - began }

    var wall: Int64 {
        var time = timespec()
        // It cannot fail for this clock.
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
