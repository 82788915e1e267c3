/// The time by which the intake waits, and by which file systems date files.
protocol IntakeClock: Sendable {
    /// How long it has run; never goes back.
    var elapsed: Duration { get }

    /// In nanoseconds after 1970-01-01T00:00:00Z; jumps when somebody sets the clock.
    var wall: Int64 { get }
}

extension IntakeClock {
    /// How long ago `moment`, in nanoseconds after 1970, was; negative where it lies ahead.
    func age(of moment: Int64) -> Duration { .nanoseconds(wall) - .nanoseconds(moment) }
}
