import PledgedCore
import PledgedLanguage

/// Tells from the drafts of a reading's facts how each came to be.
struct Explainer {
    let work: ReadingWork
    let book: RuleBook
    let header: ArticleHeader

    typealias Source = Explanation.Source
    typealias Step = Explanation.Step
    typealias Field = Explanation.Field

    var story: Story { work.story }
    var cast: Cast { work.cast }

    func explained() -> ExplainedReading {
        ExplainedReading(
            reading: work.reading,
            actors: zip(cast.actors, cast.origins).map(actor),
            pledges: zip(work.reading.pledges, work.drafts).map(pledge),
            happenings: work.timeline.map(happening)
        )
    }

    // MARK: Words

    func anchor(_ span: Span) -> Anchor {
        Anchor(span: TextSpan(story.document.byteRange(span)), quote: story.document.text(span))
    }

    func anchor(_ index: Int) -> Anchor { anchor(Span(index, index + 1)) }

    /// "A1 Japan, A3 Kenya".
    func names(_ actors: [Int]) -> String {
        actors.map { "\(cast.actors[$0].label) \(cast.actors[$0].canonicalName)" }.joined(separator: ", ")
    }

    func names(_ labels: [ActorLabel]) -> String { names(labels.map { $0.number - 1 }) }
}
