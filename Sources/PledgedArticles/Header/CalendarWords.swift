/// The English names of months and weekdays, in full and shortened.
enum CalendarWords {
    /// 1 to 12 for a name in lower case.
    static func month(_ name: String) -> Int? { months[name] }

    static func isWeekday(_ name: String) -> Bool { weekdays.contains(name) }

    private static let months: [String: Int] = {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november",
            "december",
        ]
        var months = ["sept": 9]
        for (index, name) in names.enumerated() {
            months[name] = index + 1
            months[String(name.prefix(3))] = index + 1
        }
        return months
    }()

    private static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
    ]
}
