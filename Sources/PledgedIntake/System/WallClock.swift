import Glibc

/// The clock by which file systems date their files.
enum WallClock {
    /// In nanoseconds after 1970-01-01T00:00:00Z.
    static var now: Int64 {
        var time = timespec()
        // It cannot fail for this clock.
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    /// How long ago `moment` was; negative where it lies ahead.
    static func age(of moment: Int64) -> Duration { .nanoseconds(now) - .nanoseconds(moment) }
}
