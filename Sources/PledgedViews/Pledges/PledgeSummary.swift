internal import PledgedCore

/// What all tellings of one pledge come to, and what changed from one to the next.
struct PledgeSummary: Hashable, Sendable {
    /// The first, in the order in which they were said.
    let first: Int64
    let said: CalendarDate?
    let lastSaid: CalendarDate?
    /// The latest that any telling gives.
    let quantity: Quantity?
    let deadline: EDTFDate?
    let tellings: Int
    let revisions: [Revision]

    /// Another value of a field than the tellings before had.
    struct Revision: Hashable, Sendable {
        let telling: Int64
        let field: RevisionRow.Field
        let old: String
        let new: String
    }

    /// - Parameter tellings: At least one, in the order in which they were said.
    init(_ tellings: [Telling]) {
        first = tellings[0].position
        let days = tellings.compactMap(\.said)
        (said, lastSaid) = (days.min(), days.max())
        self.tellings = tellings.count
        var (quantity, deadline): (Quantity?, EDTFDate?) = (nil, nil)
        var revisions: [Revision] = []
        for telling in tellings {
            if let new = telling.quantity {
                if let old = quantity, PledgeMatcher.compare(old, new) == .different {
                    let (before, after) = (Self.text(old), Self.text(new))
                    revisions.append(
                        Revision(telling: telling.position, field: .quantity, old: before, new: after)
                    )
                    quantity = new
                } else if quantity == nil {
                    quantity = new
                }
            }
            if let new = telling.deadline {
                if let old = deadline, PledgeMatcher.compare(old, new) == .different {
                    let (before, after) = (old.description, new.description)
                    revisions.append(
                        Revision(telling: telling.position, field: .deadline, old: before, new: after)
                    )
                    deadline = new
                } else if deadline == nil || Self.isFiner(new, than: deadline) {
                    deadline = new
                }
            }
        }
        (self.quantity, self.deadline, self.revisions) = (quantity, deadline, revisions)
    }

    private static func isFiner(_ new: EDTFDate, than old: EDTFDate?) -> Bool {
        guard let old, let oldFirst = old.firstDay, let first = new.firstDay, let last = new.lastDay else { return false }
        guard let oldLast = old.lastDay, old.end == nil, new.end == nil else { return false }
        return first >= oldFirst && last <= oldLast && new != old
    }

    /// "50,000 engineers", as people write it.
    static func text(_ quantity: Quantity) -> String {
        let whole = quantity.value.rounded() == quantity.value && abs(quantity.value) < 1e15
        let number = whole ? grouped(Int64(quantity.value)) : "\(quantity.value)"
        return quantity.unit == "%" ? "\(number)%" : quantity.unit.isEmpty ? number : "\(number) \(quantity.unit)"
    }

    private static func grouped(_ number: Int64) -> String {
        var digits = Array(String(number.magnitude))
        var index = digits.count - 3
        while index > 0 {
            digits.insert(",", at: index)
            index -= 3
        }
        return (number < 0 ? "-" : "") + String(digits)
    }
}
