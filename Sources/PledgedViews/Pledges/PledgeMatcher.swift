internal import PledgedCore

/// Decides whether two tellings of one party are of one undertaking; conservative: what is not plainly the same differs.
///
/// The same act on the same object, told again, is a telling; with another number or date it is a revision. A field of
/// which one telling says nothing is compatible. What comes out does not depend on which telling came first.
enum PledgeMatcher {
    enum Relation: String, Hashable, Sendable {
        case same, revised, different
    }

    /// What was found, and why.
    struct Judgement: Hashable, Sendable {
        let relation: Relation
        /// Stems that both have, those that tell most first.
        let words: [String]
        /// Per cent of the weight of the shorter telling's words.
        let overlap: Int
        let quantity: FieldRelation
        let deadline: FieldRelation
    }

    /// How one field of two tellings compares.
    enum FieldRelation: Hashable, Sendable {
        case equal, silent, different
        /// Numbers of different things.
        case foreign
    }

    static func judge(_ one: Telling, _ other: Telling) -> Judgement {
        let shared = one.words.shared(with: other.words)
        let weight = shared.reduce(0) { $0 + $1.weight }
        let least = min(one.words.weight, other.words.weight)
        let overlap = least == 0 ? 0 : weight * 100 / least
        let quantity = compare(one.quantity, other.quantity)
        let deadline = compare(one.deadline, other.deadline)
        let specific = shared.count { $0.weight > 2 }
        let relation =
            one.isRequest == other.isRequest && one.shares(keysWith: other)
            ? relation(
                weight: weight,
                overlap: overlap,
                specific: specific,
                quantity,
                deadline,
                isYearly: isYearly(one, other)
            ) : .different
        return Judgement(
            relation: relation,
            words: shared.map(\.stem),
            overlap: overlap,
            quantity: quantity,
            deadline: deadline
        )
    }

    private static func relation(
        weight: Int,
        overlap: Int,
        specific: Int,
        _ quantity: FieldRelation,
        _ deadline: FieldRelation,
        isYearly: Bool
    ) -> Relation {
        switch (quantity, deadline) {
        case (.foreign, _): .different
        case (.equal, .equal): weight >= 4 && overlap >= 25 ? .same : .different
        case (.equal, .silent): weight >= 4 && overlap >= 34 ? .same : .different
        case (.equal, .different), (.equal, .foreign):
            !isYearly && weight >= 6 && overlap >= 50 ? .revised : .different
        case (.silent, .equal): weight >= 6 && specific > 0 && overlap >= 50 ? .same : .different
        case (.silent, .silent): weight >= 8 && specific > 0 && overlap >= 60 ? .same : .different
        case (.silent, .different), (.silent, .foreign):
            !isYearly && weight >= 8 && specific > 0 && overlap >= 67 ? .revised : .different
        case (.different, .equal), (.different, .silent):
            weight >= 6 && specific > 0 && overlap >= 60 ? .revised : .different
        case (.different, .different), (.different, .foreign):
            !isYearly && weight >= 8 && specific > 0 && overlap >= 75 ? .revised : .different
        }
    }

    /// Whether each is due within about a year of being said, in different years: each year's target is one of its own.
    private static func isYearly(_ one: Telling, _ other: Telling) -> Bool {
        guard let first = one.yearOfShortTerm, let second = other.yearOfShortTerm else { return false }
        return first != second
    }

    static func compare(_ one: Quantity?, _ other: Quantity?) -> FieldRelation {
        guard let one, let other else { return .silent }
        guard unit(one) == unit(other) || unit(one).isEmpty || unit(other).isEmpty else { return .foreign }
        let (less, more) = (min(one.value, other.value), max(one.value, other.value))
        // "8.1 billion" and "8.12 billion" are one number, more and less exactly.
        return more - less <= more * 0.01 ? .equal : .different
    }

    static func compare(_ one: EDTFDate?, _ other: EDTFDate?) -> FieldRelation {
        guard let one, let other else { return .silent }
        if one == other { return .equal }
        // The last day counts: "2021/2030" and "2030" are due at one time, "2030" and "2030-06" may be.
        guard let last = one.lastDay, let otherLast = other.lastDay else { return .silent }
        let isWithin = one.lastPointCovers(otherLast) || other.lastPointCovers(last)
        return isWithin ? .equal : .different
    }

    /// What is counted, as a stem; a currency by its code.
    static func unit(_ quantity: Quantity) -> String {
        Folding.words(quantity.unit).last.map { Stem.of($0) } ?? quantity.unit
    }
}

extension Telling {
    fileprivate func shares(keysWith other: Telling) -> Bool { !Set(keys).isDisjoint(with: other.keys) }

    /// The year in which it is due, if that is within thirteen months of the day on which it was said.
    fileprivate var yearOfShortTerm: Int? {
        guard let said, let last = deadline?.lastDay, last <= said.adding(months: 13) else { return nil }
        return last.year
    }
}

extension EDTFDate {
    /// Whether the date, or a span's far end, covers `day`.
    fileprivate func lastPointCovers(_ day: CalendarDate) -> Bool {
        let point = EDTFDate(end ?? start)
        guard let first = point.firstDay, let last = point.lastDay else { return false }
        return first <= day && day <= last
    }
}
