import PledgedCore

/// Deadlines as an iCalendar document, RFC 5545: each an all-day event on the last day on which the pledge is in time.
///
/// The same pledges are the same bytes, and an event keeps its UID, so that a calendar that reads it again updates it.
enum CalendarText {
    /// The calendar, every line ended by CR LF; nothing where no pledge has a deadline that ends.
    static func document(_ pledges: [PledgeRow]) -> String {
        let events = pledges.flatMap(event)
        guard !events.isEmpty else { return "" }
        let head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//pledged//pledgectl//EN", "CALSCALE:GREGORIAN"]
        return (head + events + ["END:VCALENDAR"]).map(folded).joined()
    }

    private static func event(_ pledge: PledgeRow) -> [String] {
        guard let day = pledge.deadline?.lastDay else { return [] }
        return [
            "BEGIN:VEVENT", "UID:pledge-\(pledge.id.offset)@pledged", "DTSTAMP:\(stamp(pledge))",
            "DTSTART;VALUE=DATE:\(digits(day))", "SUMMARY:\(escaped(summary(pledge)))",
            "DESCRIPTION:\(description(pledge).map(escaped).joined(separator: "\\n"))", "STATUS:\(status(pledge))",
            "CATEGORIES:\(escaped(pledge.kind.rawValue)),\(escaped(pledge.status.rawValue))", "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    }

    /// When the pledge was last told: of what is the same it says the same, whenever it is written.
    private static func stamp(_ pledge: PledgeRow) -> String {
        let day = pledge.lastSaid ?? pledge.said ?? CalendarDate(daysSinceEpoch: 0)
        return "\(digits(day))T000000Z"
    }

    private static func digits(_ day: CalendarDate) -> String { day.description.filter { $0 != "-" } }

    private static func summary(_ pledge: PledgeRow) -> String {
        let parties = PledgeWords.bound(pledge)
        return parties.isEmpty ? pledge.action : "\(parties): \(pledge.action)"
    }

    private static func description(_ pledge: PledgeRow) -> [String] {
        let to = pledge.to.isEmpty ? [] : ["To \(PledgeWords.names(pledge.to))."]
        let quantity = pledge.quantity.map { ["Quantity: \(Figures.quantity($0))."] } ?? []
        let said = pledge.said.map { ["Said \($0), due \(Cell.text(pledge.deadline)), \(pledge.status.rawValue)."] }
        let due = ["Due \(Cell.text(pledge.deadline)), \(pledge.status.rawValue)."]
        return ["“\(PlainText.line(pledge.quote))”"] + to + quantity + (said ?? due)
            + ["Pledge \(pledge.id.offset), article \(pledge.article.hexadecimal)."]
    }

    private static func status(_ pledge: PledgeRow) -> String {
        switch pledge.status {
        case .withdrawn, .dismissed: "CANCELLED"
        case .open, .due, .overdue, .fulfilled, .broken, .restated, .revised: "CONFIRMED"
        }
    }

    /// A TEXT value: without control characters, and with what has a meaning there escaped.
    static func escaped(_ text: String) -> String { PlainText.line(text, escaping: ["\\", ";", ","]) }

    static let lineBytesMax = 75

    /// A content line cut into lines of at most 75 bytes, each but the first begun by a space, none within a character.
    static func folded(_ line: String) -> String {
        var (result, used) = ("", 0)
        for scalar in line.unicodeScalars {
            let bytes = scalar.utf8.count
            if used + bytes > lineBytesMax {
                result += "\r\n "
                used = 1
            }
            result.unicodeScalars.append(scalar)
            used += bytes
        }
        return result + "\r\n"
    }
}
