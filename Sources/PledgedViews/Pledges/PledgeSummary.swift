internal import PledgedCore

/// What all tellings of one pledge come to, taken in in the order in which they were said, and what changed from one to the
/// next.
struct PledgeSummary: Hashable, Sendable {
    /// What counts of one telling.
    struct Part: Hashable, Sendable {
        let position: Int64
        let quantity: Quantity?
        let deadline: EDTFDate?
        let said: CalendarDate?
    }

    /// The first, in the order in which they were said.
    let first: Int64
    private(set) var said: CalendarDate?
    private(set) var lastSaid: CalendarDate?
    /// The latest that any telling gives.
    private(set) var quantity: Quantity?
    private(set) var deadline: EDTFDate?
    private(set) var tellings: Int
    /// Another value of a field than the tellings before had; those that were taken in here.
    private(set) var revisions: [Revision] = []

    var withoutRevisions: PledgeSummary {
        var summary = self
        summary.revisions = []
        return summary
    }

    struct Revision: Hashable, Sendable {
        let telling: Int64
        let field: RevisionRow.Field
        let old: String
        let new: String
    }

    /// What tellings came to, to go on from.
    init(
        first: Int64,
        said: CalendarDate?,
        lastSaid: CalendarDate?,
        quantity: Quantity?,
        deadline: EDTFDate?,
        tellings: Int
    ) {
        (self.first, self.said, self.lastSaid) = (first, said, lastSaid)
        (self.quantity, self.deadline, self.tellings) = (quantity, deadline, tellings)
    }

    /// - Parameter parts: At least one, in the order in which they were said.
    init(_ parts: [Part]) {
        self.init(first: parts[0].position, said: nil, lastSaid: nil, quantity: nil, deadline: nil, tellings: 0)
        for part in parts { add(part) }
    }

    /// Takes in a telling that was said after all others.
    mutating func add(_ part: Part) {
        tellings += 1
        said = [said, part.said].compactMap { $0 }.min()
        lastSaid = [lastSaid, part.said].compactMap { $0 }.max()
        if let new = part.quantity {
            if let old = quantity, PledgeMatcher.compare(old, new) == .different {
                let (before, after) = (Self.text(old), Self.text(new))
                revisions.append(Revision(telling: part.position, field: .quantity, old: before, new: after))
                quantity = new
            } else if quantity == nil {
                quantity = new
            }
        }
        if let new = part.deadline {
            if let old = deadline, PledgeMatcher.compare(old, new) == .different {
                let (before, after) = (old.description, new.description)
                revisions.append(Revision(telling: part.position, field: .deadline, old: before, new: after))
                deadline = new
            } else if deadline == nil || Self.isFiner(new, than: deadline) {
                deadline = new
            }
        }
    }

    private static func isFiner(_ new: EDTFDate, than old: EDTFDate?) -> Bool {
        guard let old, let oldFirst = old.firstDay, let first = new.firstDay, let last = new.lastDay else {
            return false
        }
        guard let oldLast = old.lastDay, old.end == nil, new.end == nil else { return false }
        return first >= oldFirst && last <= oldLast && new != old
    }

    /// "50,000 engineers", as people write it.
    static func text(_ quantity: Quantity) -> String {
        let whole = quantity.value.rounded() == quantity.value && abs(quantity.value) < 1e15
        let number = whole ? grouped(Int64(quantity.value)) : "\(quantity.value)"
        if quantity.unit == "%" { return "\(number)%" }
        return quantity.unit.isEmpty ? number : "\(number) \(quantity.unit)"
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
