internal import PledgedCore

/// What speaks for two tellings being of one pledge, and what against it.
struct PledgeEvidence {
    let quantity: PledgeMatcher.FieldRelation
    let deadline: PledgeMatcher.FieldRelation
    private let one: Telling
    private let other: Telling
    /// The weight of the words that both quotes have.
    private var weight = 0
    /// How many of them are specific, and how many are names in either.
    private var specific = 0
    private var names = 0
    /// How many of them are names in both.
    private var namesShared = 0

    init(_ one: Telling, _ other: Telling) {
        (self.one, self.other) = (one, other)
        quantity = PledgeMatcher.compare(one, other)
        deadline = PledgeMatcher.compare(one.deadline, other.deadline)
        let (words, otherWords) = (one.sketch.words, other.sketch.words)
        var (i, j) = (0, 0)
        while i < words.count, j < otherWords.count {
            let (word, otherWord) = (words[i], otherWords[j])
            if word.stem == otherWord.stem { share(word.weight, otherWord.weight) }
            if word.stem <= otherWord.stem { i += 1 }
            if otherWord.stem <= word.stem { j += 1 }
        }
    }

    private mutating func share(_ weight: Int, _ otherWeight: Int) {
        let most = max(weight, otherWeight)
        self.weight += most
        if most >= ContentWords.specific { specific += 1 }
        if most == ContentWords.name { names += 1 }
        if min(weight, otherWeight) == ContentWords.name { namesShared += 1 }
    }

    /// Per cent of the weight of the shorter quote's words that both have.
    var overlap: Int {
        let least = min(one.sketch.weight, other.sketch.weight)
        return least == 0 ? 0 : min(100, weight * 100 / least)
    }

    /// How many words of the sentence around one the other's quote or sentence has.
    private var context: Int {
        let (around, otherAround) = (one.sketch.context, other.sketch.context)
        return TellingSketch.shared(around, otherAround)
            + TellingSketch.shared(around, other.sketch.words.lazy.map(\.stem))
            + TellingSketch.shared(otherAround, one.sketch.words.lazy.map(\.stem))
    }

    /// Whether each names something that the other does not.
    private var namesOther: Bool { namesShared < min(one.sketch.names, other.sketch.names) }

    /// Whether both name something, and nothing that both do.
    private var namesNothingShared: Bool { namesOther && namesShared == 0 }

    /// Whether one says that it is about a further one, and the other does not.
    private var isFurther: Bool { one.sketch.marks != other.sketch.marks }

    /// Whether one gives the other's number as the old one.
    private var givesOldNumber: Bool {
        quantity == .different
            && (one.quantity.map { other.sketch.numbers.contains($0.value) } == true
                || other.quantity.map { one.sketch.numbers.contains($0.value) } == true)
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
            let saysMuch = min(one.sketch.specific, other.sketch.specific) > 1
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
    private var isManifold: Bool { Self.isManifold(one, other) }

    static func isManifold(_ one: Telling, _ other: Telling, _ times: Double = 5) -> Bool {
        guard let first = one.quantity?.value, let second = other.quantity?.value else { return false }
        return max(first, second) > times * min(first, second)
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

    /// How alike the two are, for ``LikeliestMatch``: what they share, less what sets them apart.
    var likeness: Int {
        var likeness = weight + 2 * min(context, 4) + (deadline == .equal ? 3 : 0)
        switch quantity {
        case .equal: likeness += 8
        case .different: likeness += givesOldNumber ? 9 : isManifold ? -2 : 3
        case .foreign: likeness -= 6
        case .silent: break
        }
        if isYearly, !givesOldNumber { likeness -= 8 }
        if isFurther { likeness -= 3 }
        if namesNothingShared { likeness -= 5 }
        return likeness
    }

    /// Whether nothing forbids them to be one, if they are the most alike of two articles; and something beside the words
    /// speaks for it.
    var mayBeLikeliest: Bool {
        if isSecond || (isYearly && !givesOldNumber) { return false }
        // What is said on one day is not revised on it.
        let differs = quantity == .different || deadline == .different
        if differs, one.said != nil, one.said == other.said { return false }
        if quantity != .equal, differs, namesOther { return false }
        if namesNothingShared, context < 2 { return false }
        return switch quantity {
        case .equal: true
        case .different: one.sketch.unit == other.sketch.unit && !Self.isManifold(one, other, 2)
        case .foreign: false
        case .silent:
            deadline == .equal ? weight >= 2 || context >= 3 : deadline == .different && weight >= 4 && overlap >= 30
        }
    }

    /// Whether one is about a second, another or further one by more than an "also".
    private var isSecond: Bool { one.sketch.ordinals != other.sketch.ordinals }

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

    private var isMoney: Bool { one.quantity?.isMoney == true || other.quantity?.isMoney == true }

    /// Whether the number is one that two promises will hardly have by chance.
    private var isTellingNumber: Bool {
        guard let first = one.quantity, let second = other.quantity else { return false }
        let value = max(first.value, second.value)
        return isMoney ? value >= 1e6 : first.unit != "%" && second.unit != "%" && value >= 20
    }
}

extension Quantity {
    /// Whether it is counted in a currency, by its code.
    var isMoney: Bool { unit.utf8.count == 3 && unit.utf8.allSatisfy { (65...90).contains($0) } }
}
