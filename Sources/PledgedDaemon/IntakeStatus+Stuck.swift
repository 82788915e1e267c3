internal import PledgedIntake

extension IntakeStatus {
    /// How long the intake's loop may be silent before it counts as stuck; it comes round every second.
    static let silenceMax = Duration.seconds(10)
    /// How long one batch may be in the admission's hands: some minutes more than the largest takes on a slow machine.
    ///
    /// A disk that is full is no reason: the admission fails then, and the intake rests.
    static let inHandMax = Duration.seconds(300)

    /// The parts of the intake that stand still at `now`, by name; empty where it goes on.
    func stuckParts(at now: ContinuousClock.Instant) -> [String] {
        var stuck: [String] = []
        if lastProgress.duration(to: now) > Self.silenceMax { stuck.append("intake") }
        if let inHandSince, inHandSince.duration(to: now) > Self.inHandMax { stuck.append("admission") }
        return stuck
    }
}
