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
    let parser: TreeParser

    /// - Parameter userFiles: rules, words, names and units to add to those that are built in; their order does not
    ///   matter. Each rule's sentences are read, which takes about a millisecond each.
    /// - Throws: ``RuleFileError`` for the first place where a file does not hold together, or a rule does not find what
    ///   its own sentences say; ``problems(in:)`` tells all of them.
    public init(adding userFiles: [RuleFile] = []) throws(RuleFileError) {
        try self.init(uncheckedAdding: userFiles)
        if let failure = RuleEvidence(reader: self).failures(of: book.userRules).first { throw failure }
    }

    private init(uncheckedAdding userFiles: [RuleFile]) throws(RuleFileError) {
        book = try RuleBook(adding: UserRules(userFiles))
        let digest: String
        (pipeline, parser, digest) = try Self.language()
        version = "rules-5+\(book.digest)+\(digest)"
    }

    /// The steps to names, and to trees, of the model that is built in, and its digest.
    private static func language() throws(RuleFileError) -> (Pipeline, TreeParser, String) {
        do throws(ModelError) {
            let model = try English.model()
            return (try English.names(model), try TreeParser(model), model.digest)
        } catch {
            throw RuleFileError(file: "English.model", line: 0, reason: "\(error)")
        }
    }

    /// What a pipeline makes of an article's running text, headings and captions; not of header, dateline and sign-off.
    public static func document(of article: Article, by pipeline: Pipeline) -> Document {
        Story.document(of: article, by: pipeline)
    }

    /// What keeps a user's files from being read, the first of each file, or else every sentence that does not hold.
    ///
    /// Empty where all is well.
    public static func problems(in userFiles: [RuleFile]) -> [RuleFileError] {
        let broken = userFiles.sorted { $0.name < $1.name }.compactMap { problem(in: [$0]) }
        if !broken.isEmpty { return broken }
        do throws(RuleFileError) {
            let reader = try Reader(uncheckedAdding: userFiles)
            return RuleEvidence(reader: reader).failures(of: reader.book.userRules)
        } catch {
            return [error]
        }
    }

    private static func problem(in userFiles: [RuleFile]) -> RuleFileError? {
        do throws(RuleFileError) {
            _ = try RuleBook(adding: UserRules(userFiles))
            return nil
        } catch {
            return error
        }
    }

    /// How many rules the user's files have added.
    public var userRuleCount: Int { book.userRules.count }

    /// Finds the facts in an article, in time linear in its length.
    ///
    /// Empty for an article whose header gives a language other than English.
    public func read(_ article: Article) -> Reading { work(on: article)?.reading ?? Reading(reader: version) }

    /// Finds the same facts as ``read(_:)``, on the same way, and tells how.
    public func explain(_ article: Article) -> ExplainedReading {
        guard let work = work(on: article) else {
            return ExplainedReading(reading: Reading(reader: version), actors: [], pledges: [], happenings: [])
        }
        return Explainer(work: work, book: book, header: article.header).explained()
    }

    /// Nil for an article that is not English.
    private func work(on article: Article) -> ReadingWork? {
        guard Self.isEnglish(article.header.language) else { return nil }
        let story = Story(article, lexicon: book.lexicon, pipeline: pipeline)
        let cast = cast(of: story)
        let findings = findings(in: story, cast, header: article.header)
        let assembler = PledgeAssembler(story: story, cast: cast)
        let drafts = assembler.undertakings(findings.drafts)
        let pledges = drafts.map(assembler.pledge)
        let happenings = HappeningFinder().drafts(
            in: story.document,
            roles: story.roles,
            times: findings.measures.times,
            mentions: cast.actorMentions
        )
        let timeline = Timeline.merged(happenings, pledges)
        let reading = Reading(
            actors: cast.actors,
            pledges: pledges,
            happenings: timeline.map(\.happening),
            reader: version
        )
        return ReadingWork(story: story, cast: cast, drafts: drafts, timeline: timeline, reading: reading)
    }

    private static func isEnglish(_ language: String?) -> Bool {
        guard let language else { return true }
        let primary = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return primary == "en" || primary == "eng"
    }

    func cast(of story: Story) -> Cast {
        let found = NameFinder(story: story, countries: book.countries, parties: book.parties).mentions()
        let judged = NameJudge(story: story, countries: book.countries).judged(found)
        var resolver = ActorResolver(
            story: story,
            countries: book.countries,
            parties: book.parties,
            mentions: judged
        )
        return resolver.cast()
    }

    func findings(in story: Story, _ cast: Cast, header: ArticleHeader) -> Findings {
        let measures = Measures(story.document, header: header, units: book.units)
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
            parser: parser,
            articleDate: header.date
        )
        return Findings(measures: measures, drafts: finder.drafts())
    }
}
