/// What changed in the views: one change of one pledge.
public struct ChangeRow: Hashable, Codable, Sendable {
    public enum Kind: String, Codable, Sendable, CaseIterable {
        /// A pledge nobody had told before.
        case new
        /// Told again.
        case restated
        /// Told with another number, date or scope.
        case revised
        /// A person said how it ended, that it is open again, or that it is none.
        case resolved, reopened, dismissed
        /// Two that turned out to be one, or one that turned out to be several.
        case joined, parted
        /// A telling of it was corrected, or read anew: it is told otherwise.
        case corrected
        /// No article tells it any more: it was corrected, or read anew.
        case gone
        /// Its deadline's last day is ``PledgeStatus/dueDays`` days away.
        case becameDue = "became-due"
        /// Its deadline's last day is over.
        case becameOverdue = "became-overdue"
    }

    public var change: Kind
    /// Where the views are after it: give it as `after`.
    public var cursor: ChangeCursor
    /// The event that brought the change; nil where a day did.
    public var position: LogPosition?
    public var pledge: PledgeRow
    /// For ``Kind/revised`` what changed.
    public var revisions: [RevisionRow]

    public init(
        change: Kind,
        cursor: ChangeCursor,
        position: LogPosition?,
        pledge: PledgeRow,
        revisions: [RevisionRow]
    ) {
        self.change = change
        self.cursor = cursor
        self.position = position
        self.pledge = pledge
        self.revisions = revisions
    }
}

/// How far somebody has followed the changes: `DAY/POSITION/PLEDGE`, days first.
///
/// Changes come in the order of the days on which they happened; on a day, what the day itself brought comes before what
/// its events did. The text form is what `after` takes; a position alone stands for its event's day, and that event.
public struct ChangeCursor: Hashable, Sendable {
    /// On which it happened, UTC.
    public var day: CalendarDate
    /// The event; nil while at what the day itself brought.
    public var position: LogPosition?
    /// Which of several at one place: the pledge's id.
    public var pledge: LogPosition?

    public init(day: CalendarDate, position: LogPosition?, pledge: LogPosition?) {
        self.day = day
        self.position = position
        self.pledge = pledge
    }
}

extension ChangeCursor: CustomStringConvertible {
    public var description: String {
        "\(day)/\(position.map { String($0.offset) } ?? "-")/\(pledge.map { String($0.offset) } ?? "-")"
    }

    /// Reads ``description``; nil for anything else.
    public init?(parsing text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 else { return nil }
        do {
            guard case .day(let day) = try EDTFDate(parsing: parts[0]).start else { return nil }
            self.day = day
        } catch {
            return nil
        }
        guard let position = Self.position(parts[1]), let pledge = Self.position(parts[2]) else { return nil }
        (self.position, self.pledge) = (position, pledge)
    }

    private static func position(_ text: String) -> LogPosition?? {
        if text == "-" { return .some(nil) }
        return LogPosition(parsing: text).map { .some($0) }
    }
}

extension ChangeCursor: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let cursor = ChangeCursor(parsing: text) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "'\(text)' is no place of a change."
            )
        }
        self = cursor
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension ChangeCursor: Comparable {
    /// In the order in which changes come.
    public static func < (a: Self, b: Self) -> Bool {
        if a.day != b.day { return a.day < b.day }
        switch (a.position, b.position) {
        case (nil, nil): break
        case (nil, _): return true
        case (_, nil): return false
        case (let first?, let second?): if first != second { return first < second }
        }
        switch (a.pledge, b.pledge) {
        case (nil, nil), (_, nil): return false
        case (nil, _): return true
        case (let first?, let second?): return first < second
        }
    }
}
