public import PledgedCore

/// Puts an article's dated happenings and the days on which its pledges fall due into one order.
public enum Timeline {
    /// One entry for each happening, and one, at its deadline and with its anchor, for each pledge or request that has one.
    ///
    /// A happening on the day of a deadline that lies in the pledge's own words is the pledge's entry, and left out.
    ///
    /// - Parameters:
    ///   - happenings: as ``HappeningFinder`` gives them.
    ///   - pledges: with or without deadlines, requests among them.
    /// - Returns: the entries by date, then by place in the text; open starts first.
    public static func merged(_ happenings: [Happening], _ pledges: [Pledge]) -> [Happening] {
        merged(happenings.map { TimelineDraft(happening: $0, origin: .given) }, pledges).map(\.happening)
    }

    /// The same, with where each entry comes from.
    static func merged(_ happenings: [TimelineDraft], _ pledges: [Pledge]) -> [TimelineDraft] {
        var entries: [TimelineDraft] = []
        var told: Set<Telling> = []
        for (index, pledge) in pledges.enumerated() {
            guard let deadline = pledge.deadline else { continue }
            let happening = Happening(
                date: deadline,
                actors: pledge.parties,
                anchor: pledge.anchor,
                confidence: pledge.confidence
            )
            if told.insert(Telling(happening)).inserted {
                entries.append(TimelineDraft(happening: happening, origin: .deadline(index)))
            }
        }
        let deadlines = Dictionary(grouping: entries.map(\.happening), by: \.date)
        for entry in happenings {
            let happening = entry.happening
            let isTold = deadlines[happening.date]?.contains { $0.anchor.touches(happening.anchor) } ?? false
            if !isTold, told.insert(Telling(happening)).inserted { entries.append(entry) }
        }
        return entries.sorted { isEarlier($0.happening, $1.happening) }
    }

    /// A date and the place that tells it.
    private struct Telling: Hashable {
        let date: EDTFDate
        let span: TextSpan

        init(_ entry: Happening) {
            date = entry.date
            span = entry.anchor.span
        }
    }

    private static func isEarlier(_ a: Happening, _ b: Happening) -> Bool {
        let (first, second) = (a.date.firstDay ?? .distantPast, b.date.firstDay ?? .distantPast)
        if first != second { return first < second }
        let (firstEnd, secondEnd) = (a.date.lastDay ?? .distantFuture, b.date.lastDay ?? .distantFuture)
        return firstEnd == secondEnd ? a.anchor.span < b.anchor.span : firstEnd < secondEnd
    }
}

extension Pledge {
    /// Who is bound, then whom it is for, each once.
    fileprivate var parties: [ActorLabel] {
        var parties: [ActorLabel] = []
        for actor in by + to where !parties.contains(actor) { parties.append(actor) }
        return parties
    }
}

extension Anchor {
    fileprivate func touches(_ other: Anchor) -> Bool {
        span.start < other.span.end && other.span.start < span.end
    }
}

extension CalendarDate {
    fileprivate static let distantPast = CalendarDate(daysSinceEpoch: .min)
    fileprivate static let distantFuture = CalendarDate(daysSinceEpoch: .max)
}
