internal import PledgedCore

/// What speaks for two tellings being of one pledge, and what against it.
struct PledgeEvidence {
    /// Words that both quotes have.
    let shared: [ContentWords.Word]
    /// Per cent of the weight of the shorter quote's words.
    let overlap: Int
    let quantity: PledgeMatcher.FieldRelation
    let deadline: PledgeMatcher.FieldRelation
    private let one: Telling
    private let other: Telling
    /// The weight of what is shared.
    private let weight: Int
    /// Specific words, and names, that are shared.
    private let specific: Int
    private let names: Int
    /// Words of a sentence that the other's quote or sentence has.
    private let context: Int
    /// Whether each names something that the other does not; and whether they have no name in common besides.
    private let namesOther: Bool
    private let namesNothingShared: Bool
    /// Whether one says that it is about a further one, and the other does not.
    private let isFurther: Bool
    /// Whether one gives the other's number as the old one.
    private let givesOldNumber: Bool

    init(_ one: Telling, _ other: Telling) {
        (self.one, self.other) = (one, other)
        shared = one.words.quote.shared(with: other.words.quote)
        weight = shared.reduce(0) { $0 + $1.weight }
        let least = min(one.words.quote.weight, other.words.quote.weight)
        overlap = least == 0 ? 0 : min(100, weight * 100 / least)
        quantity = PledgeMatcher.compare(one.quantity, other.quantity)
        deadline = PledgeMatcher.compare(one.deadline, other.deadline)
        specific = shared.count { $0.weight >= ContentWords.specific }
        names = shared.count { $0.weight == ContentWords.name }
        let (stems, otherStems) = (Self.stems(one.words.quote), Self.stems(other.words.quote))
        let (around, otherAround) = (Self.stems(one.words.context), Self.stems(other.words.context))
        context = around.intersection(otherStems.union(otherAround)).count + otherAround.intersection(stems).count
        let (called, otherCalled) = (Self.names(one.words.quote), Self.names(other.words.quote))
        namesOther = !called.isSubset(of: otherCalled) && !otherCalled.isSubset(of: called)
        namesNothingShared = namesOther && called.isDisjoint(with: otherCalled)
        isFurther = one.words.marks != other.words.marks
        givesOldNumber =
            quantity == .different
            && (one.quantity.map { other.words.numbers.contains($0.value) } == true
                || other.quantity.map { one.words.numbers.contains($0.value) } == true)
    }

    /// Whether it is enough to take them for one.
    var isEnough: Bool {
        if isYearly, !givesOldNumber { return false }
        return switch quantity {
        case .equal: isEnoughWithEqualNumbers
        case .different: isEnoughWithDifferentNumbers
        case .foreign: isEnoughWithForeignNumbers
        case .silent: isEnoughByWords
        }
    }

    /// One number of one thing is seldom promised twice by one party.
    private var isEnoughWithEqualNumbers: Bool {
        if namesNothingShared, context < 2 { return false }
        if isFurther, weight < 6 { return false }
        if isTellingNumber {
            // Where both say much and nothing of it is common, the number is chance.
            let saysMuch = min(Self.specific(one), Self.specific(other)) > 1
            if weight == 0, context == 0, deadline != .equal, saysMuch { return false }
            return deadline != .different || weight >= 4 || context >= 2
        }
        return weight >= 4 || deadline == .equal
    }

    private var isEnoughWithDifferentNumbers: Bool {
        if givesOldNumber { return !namesNothingShared || weight >= 4 }
        if namesNothingShared || isFurther || isManifold { return false }
        if isMoney {
            return deadline == .different ? weight >= 6 : weight >= 4 || (weight > 0 && overlap == 100)
        }
        return weight >= 8 || (deadline == .silent && context >= 2)
    }

    /// Whether one number is more than five times the other: nobody revises so far without saying so.
    private var isManifold: Bool {
        guard let first = one.quantity?.value, let second = other.quantity?.value else { return false }
        return max(first, second) > 5 * min(first, second)
    }

    private var isEnoughWithForeignNumbers: Bool {
        guard let quantity = one.quantity, quantity.value == other.quantity?.value, quantity.value >= 100 else {
            return false
        }
        return !namesNothingShared && !isFurther && (specific > 0 || context >= 2)
    }

    private var isEnoughByWords: Bool {
        if isFurther, specific < 3 { return false }
        switch deadline {
        case .different, .foreign:
            if namesOther { return false }
            return (specific > 1 && overlap >= 50 && weight >= 8) || (names > 0 && overlap >= 55)
        case .equal:
            return (specific > 0 && overlap >= 55 && weight >= 4) || (specific > 1 && overlap >= 40)
                || (names > 0 && overlap >= 40)
        case .silent:
            if namesOther { return false }
            return specific > 1 && weight >= 8 && (overlap >= 60 || (context >= 2 && overlap >= 40))
        }
    }

    /// Whether each is due within little more than a year of being said, in different years.
    ///
    /// Each year's target is one of its own.
    private var isYearly: Bool {
        guard let first = Self.yearOfShortTerm(one), let second = Self.yearOfShortTerm(other) else { return false }
        return first != second
    }

    /// The year in which a telling is due, if that is within sixteen months of the day on which it was said.
    private static func yearOfShortTerm(_ telling: Telling) -> Int? {
        guard let said = telling.said, let last = telling.deadline?.lastDay, last <= said.adding(months: 16) else {
            return nil
        }
        return last.year
    }

    private var isMoney: Bool {
        [one.quantity?.unit, other.quantity?.unit].contains { unit in
            guard let unit else { return false }
            return unit.utf8.count == 3 && unit.utf8.allSatisfy { (65...90).contains($0) }
        }
    }

    /// Whether the number is one that two promises will hardly have by chance.
    private var isTellingNumber: Bool {
        guard let first = one.quantity, let second = other.quantity else { return false }
        let value = max(first.value, second.value)
        return isMoney ? value >= 1e6 : first.unit != "%" && second.unit != "%" && value >= 20
    }

    private static func stems(_ words: ContentWords) -> Set<String> { Set(words.words.map(\.stem)) }

    private static func names(_ words: ContentWords) -> Set<String> {
        Set(words.words.filter { $0.weight == ContentWords.name }.map(\.stem))
    }

    private static func specific(_ telling: Telling) -> Int {
        telling.words.quote.words.count { $0.weight >= ContentWords.specific }
    }
}
