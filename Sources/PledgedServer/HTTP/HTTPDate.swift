import Glibc
import PledgedCore

/// Times as HTTP writes them: `Tue, 09 Jul 2024 08:15:00 GMT`.
enum HTTPDate {
    static func now() -> String {
        var time = timespec()
        guard unsafe clock_gettime(CLOCK_REALTIME, &time) == 0 else {
            preconditionFailure("The real-time clock is always there.")
        }
        return format(Timestamp(microseconds: Int64(time.tv_sec) * 1_000_000))
    }

    static func format(_ time: Timestamp) -> String {
        let date = time.date
        let day = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][date.weekday.rawValue]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        // 2024-07-09T08:15:00.000000Z
        let digits = Array(time.description.utf8)
        let text = { (range: Range<Int>) in String(decoding: digits[range], as: UTF8.self) }
        return "\(day), \(text(8..<10)) \(months[date.month - 1]) \(text(0..<4)) \(text(11..<19)) GMT"
    }
}
