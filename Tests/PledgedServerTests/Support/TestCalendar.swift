import PledgedCore
import PledgedTesting
import Synchronization

/// The server's day, which a test may let pass.
final class TestCalendar: Sendable {
    private let day = Mutex(SampleEvents.date("2024-07-20"))

    var today: CalendarDate { day.withLock { $0 } }

    func turn(to day: String) { self.day.withLock { $0 = SampleEvents.date(day) } }
}
