internal import PledgedCore

/// Decides whether two tellings of one party are of one undertaking; conservative: what is not plainly the same differs.
///
/// The same act on the same object, told again, is a telling; with another number or date it is a revision. A field of
/// which one telling says nothing is compatible. What comes out does not depend on which telling came first. The bounds
/// were set by pairs of pledges that people judged, see `Tests/PledgedViewsTests/Series`.
enum PledgeMatcher {
    enum Relation: String, Hashable, Sendable {
        case same, revised, different
    }

    /// What was found.
    struct Judgement: Hashable, Sendable {
        var relation = Relation.different
        /// Per cent of the weight of the shorter telling's words that both have.
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
        let evidence = PledgeEvidence(one, other)
        var judgement = Judgement(
            overlap: evidence.overlap,
            quantity: evidence.quantity,
            deadline: evidence.deadline
        )
        judgement.relation = relation(one, other, evidence)
        return judgement
    }

    /// What `evidence`, that of the two, makes of them.
    static func relation(_ one: Telling, _ other: Telling, _ evidence: PledgeEvidence) -> Relation {
        guard mayBeOne(one, other), evidence.isEnough else { return .different }
        return evidence.quantity == .different || evidence.deadline == .different ? .revised : .same
    }

    /// Whether the two can be told of one pledge at all; what one article tells apart, the reader has told apart.
    static func mayBeOne(_ one: Telling, _ other: Telling) -> Bool {
        one.isRequest == other.isRequest && one.article != other.article && one.sketch.shares(keysWith: other.sketch)
    }

    /// How the quantities of two tellings compare.
    static func compare(_ one: Telling, _ other: Telling) -> FieldRelation {
        guard let quantity = one.quantity, let otherQuantity = other.quantity else { return .silent }
        let (unit, otherUnit) = (one.sketch.unit, other.sketch.unit)
        guard unit == otherUnit || unit == 0 || otherUnit == 0 else { return .foreign }
        return areOneNumber(quantity.value, otherQuantity.value) ? .equal : .different
    }

    static func compare(_ one: Quantity?, _ other: Quantity?) -> FieldRelation {
        guard let one, let other else { return .silent }
        let (unit, otherUnit) = one.unit == other.unit ? ("", "") : (unit(one), unit(other))
        guard unit == otherUnit || unit.isEmpty || otherUnit.isEmpty else { return .foreign }
        return areOneNumber(one.value, other.value) ? .equal : .different
    }

    /// The stems that the quotes of both have, those that tell most first.
    static func words(in one: Telling, and other: Telling) -> [String] {
        one.words.quote.shared(with: other.words.quote).map(\.stem)
    }

    /// Whether one is the other, or the other rounded: "8.1 billion" and "8.12 billion", not 101 and 102.
    static func areOneNumber(_ one: Double, _ other: Double) -> Bool {
        if one == other { return true }
        guard one > 0, other > 0, abs(one - other) <= max(one, other) * 0.01 else { return false }
        let (step, otherStep) = (step(of: one), step(of: other))
        let (rounded, exact, coarse) = step > otherStep ? (one, other, step) : (other, one, otherStep)
        return (exact / coarse).rounded() == (rounded / coarse).rounded() && step != otherStep
    }

    /// The greatest power of ten from a millionth to a trillion of which `value` is a multiple.
    private static func step(of value: Double) -> Double {
        var step = 1e12
        while step > 1e-6, (value / step).rounded() * step != value { step /= 10 }
        return step
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
        guard let word = Folding.words(quantity.unit).last else { return quantity.unit }
        let stem = Stem.of(word)
        return units[stem] ?? stem
    }

    /// Stems of what is counted as one: jobs are counted in people, arrivals in visitors.
    private static let units: [String: String] = [
        "peopl": "job", "employ": "job", "worker": "job", "arriv": "visit", "visitor": "visit", "tourist": "visit",
        "dollar": "usd", "localiti": "villag", "gigawatt": "gw", "megawatt": "mw", "m3": "metr",
    ]
}

extension EDTFDate {
    /// Whether the date, or a span's far end, covers `day`.
    fileprivate func lastPointCovers(_ day: CalendarDate) -> Bool {
        let point = EDTFDate(end ?? start)
        guard let first = point.firstDay, let last = point.lastDay else { return false }
        return first <= day && day <= last
    }
}
