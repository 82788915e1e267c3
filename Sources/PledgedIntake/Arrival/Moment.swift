/// An instant, as the time since the intake's start.
struct Moment: Hashable, Comparable, Sendable {
    let sinceStart: Duration

    static let start = Moment(sinceStart: .zero)

    static func < (a: Self, b: Self) -> Bool { a.sinceStart < b.sinceStart }

    static func + (moment: Self, duration: Duration) -> Moment { Moment(sinceStart: moment.sinceStart + duration) }

    static func - (later: Self, earlier: Self) -> Duration { later.sinceStart - earlier.sinceStart }
}
