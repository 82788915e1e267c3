import PledgedCore
import PledgedExtraction

/// One article's facts in the scheme that people annotate in, so that both can be compared.
///
/// What is absent is null. Further keys tell which file and which reader it came from; there is no time in it, so that
/// equal readers write equal bytes.
struct AnnotationRecord: Encodable, Sendable {
    let article: AnnotatedArticle
    let actors: [AnnotatedActor]
    let pledges: [AnnotatedPledge]
    let timeline: [AnnotatedHappening]
    /// Names the reader: model, rules and lexicon.
    let reader: String

    init(of article: Article, reading: Reading) {
        self.article = AnnotatedArticle(article)
        actors = reading.actors.map(AnnotatedActor.init)
        pledges = reading.pledges.map(AnnotatedPledge.init)
        timeline = reading.happenings.map(AnnotatedHappening.init)
        reader = reading.reader
    }
}
