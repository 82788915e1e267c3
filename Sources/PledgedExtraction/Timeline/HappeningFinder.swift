public import PledgedCore
public import PledgedLanguage

/// Finds what happened, or is scheduled, at a stated time.
///
/// Each dated expression of time in running text gives one happening, anchored in the stretch of its clause from the verb to
/// the date. Left out are forecasts and mere possibilities, comparisons with other periods, lengths of time that lie behind,
/// and dates that only say which thing is meant.
public struct HappeningFinder: Sendable {
    public init() {}

    /// The happenings in text order.
    ///
    /// - Parameters:
    ///   - document: with tokens and sentences.
    ///   - roles: what each of the document's blocks is for; one for each block.
    ///   - times: the document's expressions of time, in text order.
    ///   - mentions: where it names actors, in text order.
    /// - Returns: the happenings, one for each date in a sentence.
    public func happenings(
        in document: Document,
        roles: [ArticleBlock.Role],
        times: [TimeExpression],
        mentions: [ActorMention] = []
    ) -> [Happening] {
        drafts(in: document, roles: roles, times: times, mentions: mentions).map(\.happening)
    }

    /// The happenings as ``happenings(in:roles:times:mentions:)`` gives them, with the words that date them.
    func drafts(
        in document: Document,
        roles: [ArticleBlock.Role],
        times: [TimeExpression],
        mentions: [ActorMention]
    ) -> [TimelineDraft] {
        precondition(roles.count == document.blocks.count)
        var found: [TimelineDraft] = []
        var time = 0
        for sentence in document.sentences {
            while time < times.count, times[time].span.start < sentence.span.start { time += 1 }
            let first = time
            while time < times.count, times[time].span.start < sentence.span.end { time += 1 }
            guard first < time, Self.tellsStory(roles[sentence.block]) else { continue }
            let clauses = ClauseReader(tokens: document.tokens, range: sentence.span.range)
            let judge = HappeningJudge(clauses: clauses)
            for index in first..<time where judge.accepts(times[index]) {
                guard let date = times[index].date else { continue }
                let span = clauses.stretch(around: times[index].phrase)
                // One date is one happening to a sentence: "on Tuesday … Tuesday night".
                let isRepeated = found.last.map {
                    $0.happening.date == date
                        && $0.happening.anchor.span.end > document.byteRange(sentence.span).lowerBound
                }
                if isRepeated ?? false { continue }
                let (actors, isNamedInside) = Self.actors(mentions, span, sentence.span)
                let happening = Happening(
                    date: date,
                    actors: actors,
                    anchor: Self.anchor(span, in: document),
                    confidence: judge.confidence(times[index])
                )
                let origin = TimelineDraft.Origin.time(times[index], isNamedInside: isNamedInside)
                found.append(TimelineDraft(happening: happening, origin: origin))
            }
        }
        return found
    }

    private static func tellsStory(_ role: ArticleBlock.Role) -> Bool {
        switch role {
        case .paragraph, .listItem, .caption, .boilerplate: true
        case .header, .title, .dateline, .heading, .signOff: false
        }
    }

    private static func anchor(_ span: Span, in document: Document) -> Anchor {
        let bytes = document.byteRange(span)
        return Anchor(span: TextSpan(bytes), quote: document.text(bytes))
    }

    /// The actors in the anchor; where it names none, the last one before it in the sentence, its likely subject.
    private static func actors(
        _ mentions: [ActorMention],
        _ span: Span,
        _ sentence: Span
    ) -> (labels: [ActorLabel], isNamedInside: Bool) {
        var inside: [ActorLabel] = []
        for mention in mentions where span.overlaps(mention.span) && !inside.contains(mention.actor) {
            inside.append(mention.actor)
        }
        if !inside.isEmpty { return (inside, true) }
        let before = mentions.last { $0.span.end <= span.start && $0.span.start >= sentence.start }
        return (before.map { [$0.actor] } ?? [], false)
    }
}
