import PledgedCore
import PledgedExtraction

/// One article's facts, each with the reason for it.
struct ExplanationRecord: Encodable, Sendable {
    struct Explained<Fact: Encodable & Sendable>: Encodable, Sendable {
        let fact: Fact
        let explanation: Explanation
    }

    let article: AnnotatedArticle
    let actors: [Explained<AnnotatedActor>]
    let pledges: [Explained<AnnotatedPledge>]
    let timeline: [Explained<AnnotatedHappening>]
    /// Names the reader: model, rules and lexicon.
    let reader: String

    init(of article: Article, _ explained: ExplainedReading) {
        let reading = explained.reading
        self.article = AnnotatedArticle(article)
        actors = zip(reading.actors, explained.actors).map { Explained(fact: AnnotatedActor($0), explanation: $1) }
        pledges = zip(reading.pledges, explained.pledges).map { Explained(fact: AnnotatedPledge($0), explanation: $1) }
        timeline = zip(reading.happenings, explained.happenings)
            .map { Explained(fact: AnnotatedHappening($0), explanation: $1) }
        reader = reading.reader
    }
}
