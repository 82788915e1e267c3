public import PledgedCore
public import PledgedLanguage

/// Reads articles: finds the parties, what they bind themselves to and ask of others, and what happened when.
///
/// A pure function of the article: no clock, no file, no network. Building one loads the rules and the lexicon, which
/// takes some milliseconds; keep it and read as many articles as you like with it, from any number of tasks.
public struct Reader: Sendable {
    /// Names the rules and the lexicon, so that a reading can be told from that of another reader.
    public let version: String
    let book: RuleBook
    let pipeline: Pipeline

    /// - Throws: ``RuleFileError`` where a rule or a list that is built in does not hold together, ``ModelError`` where
    ///   the model that is built in does not.
    public init() throws {
        book = try RuleBook()
        let model = try English.model()
        pipeline = try English.pipeline(model)
        version = "rules-1+\(book.digest)+\(model.digest)"
    }

    /// What the language pipeline makes of an article's running text, headings and captions; not of header, dateline
    /// and sign-off.
    public func document(of article: Article) -> Document {
        Story(article, lexicon: book.lexicon, pipeline: pipeline).document
    }

    /// Finds the facts in an article, in time linear in its length.
    ///
    /// Empty for an article whose header gives a language other than English.
    public func read(_ article: Article) -> Reading {
        guard Self.isEnglish(article.header.language) else { return Reading(reader: version) }
        let story = Story(article, lexicon: book.lexicon, pipeline: pipeline)
        let cast = cast(of: story)
        let findings = findings(in: story, cast, header: article.header)
        let assembler = PledgeAssembler(story: story, cast: cast)
        let pledges = assembler.pledges(findings.drafts)
        let happenings = HappeningFinder().happenings(
            in: story.document,
            roles: story.roles,
            times: findings.measures.times,
            mentions: cast.actorMentions
        )
        return Reading(
            actors: cast.actors,
            pledges: pledges,
            happenings: Timeline.merged(happenings, pledges),
            reader: version
        )
    }

    private static func isEnglish(_ language: String?) -> Bool {
        guard let language else { return true }
        let primary = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return primary == "en" || primary == "eng"
    }

    func cast(of story: Story) -> Cast {
        let found = NameFinder(story: story, countries: book.countries).mentions()
        let judged = NameJudge(story: story, countries: book.countries).judged(found)
        var resolver = ActorResolver(story: story, countries: book.countries, mentions: judged)
        return resolver.cast()
    }

    func findings(in story: Story, _ cast: Cast, header: ArticleHeader) -> Findings {
        let measures = Measures(story.document, header: header)
        let references = References(story: story, cast: cast)
        let subjects = SubjectFinder(story: story, cast: cast, references: references)
        let statements = StatementFinder(story: story, cast: cast, subjects: subjects).statements()
        let finder = PledgeFinder(
            words: WordClasses(story: story, cast: cast, measures: measures),
            rules: book.rules,
            matcher: book.matcher,
            subjects: subjects,
            speakers: Speakers(statements),
            leads: LeadIns(story: story, subjects: subjects),
            articleDate: header.date
        )
        return Findings(measures: measures, drafts: finder.drafts())
    }
}
