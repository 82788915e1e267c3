internal import PledgedCore
internal import PledgedExtraction
internal import PledgedIntake
internal import PledgedLog
internal import PledgedViews

/// Decides what becomes of each dropped file, and has it in the log and in the views before it says so.
///
/// Decisions are made against views that hold all that the log holds, one batch after the other, so that no file is let
/// in twice, whatever crashed in between.
actor ArticleDesk: Admission {
    private let log: EventLog
    private let views: ViewStore
    private let projection: ProjectionService
    private let examiner: FileExaminer
    private let fatalErrors: FatalErrors

    init(
        log: EventLog,
        views: ViewStore,
        projection: ProjectionService,
        reader: CurrentReader,
        fatalErrors: FatalErrors
    ) {
        self.log = log
        self.views = views
        self.projection = projection
        self.examiner = FileExaminer(views: views, reader: reader)
        self.fatalErrors = fatalErrors
    }

    func admit(_ files: [IncomingFile]) async throws -> [Outcome] {
        // What an earlier, failed call may have appended must be known before anything is decided.
        try await projection.waitUntilApplied(log.end)
        let examined = try await examiner.examine(files)
        var outcomes: [Outcome] = []
        while outcomes.count < examined.count {
            let (decisions, entries) = try decide(onIndependent: examined[outcomes.count...])
            if !entries.isEmpty { try await record(entries) }
            outcomes += decisions
        }
        return outcomes
    }

    /// Decides on the longest run of files of which none depends on another's being in the views.
    private func decide(onIndependent files: ArraySlice<ExaminedFile>) throws -> ([Outcome], [NewEntry]) {
        var outcomes: [Outcome] = []
        var entries: [NewEntry] = []
        var keys: Set<String> = []
        for file in files {
            let own = file.keys
            guard keys.isDisjoint(with: own) else { break }
            keys.formUnion(own)
            let (outcome, entry) = try decide(on: file)
            outcomes.append(outcome)
            if let entry { entries.append(entry) }
        }
        return (outcomes, entries)
    }

    private func decide(on examined: ExaminedFile) throws -> (Outcome, NewEntry?) {
        switch examined.finding {
        case .known(let row):
            return (Outcome(kind: row.kind, reason: row.reason, sentence: row.sentence, article: row.article), nil)
        case .refused(let rejection):
            return reject(examined.file, rejection, digest: nil)
        case .readable(let id, let result):
            if let original = try views.article(id) { return duplicate(examined.file, of: original) }
            switch result {
            case .failure(let rejection): return reject(examined.file, rejection, digest: id)
            case .success(let read): return try accept(examined.file, read)
            case nil: throw DeskError.vanished(id)
            }
        }
    }

    private func reject(_ file: DroppedFile, _ rejection: Rejection, digest: ArticleID?) -> (Outcome, NewEntry) {
        let event = ArticleRejected(
            file: file,
            digest: digest,
            reason: rejection.reason,
            sentence: rejection.sentence
        )
        let outcome = Outcome(kind: .rejected, reason: rejection.reason, sentence: rejection.sentence, article: nil)
        return (outcome, NewEntry(article: digest, events: [.articleRejected(event)]))
    }

    private func duplicate(_ file: DroppedFile, of original: ArticleRow) -> (Outcome, NewEntry) {
        let event = ArticleDuplicated(file: file, original: original.id, originalPosition: original.position)
        let sentence = "The same bytes came before as '\(original.file)', at position \(original.position)."
        let outcome = Outcome(kind: .duplicate, reason: nil, sentence: sentence, article: original.id)
        return (outcome, NewEntry(article: original.id, events: [.articleDuplicated(event)]))
    }

    private func accept(_ file: DroppedFile, _ read: ReadArticle) throws -> (Outcome, NewEntry) {
        let article = read.article
        let revised = try views.predecessor(
            fileName: file.name,
            source: article.header.source,
            title: article.header.title
        )
        let received = ArticleReceived(article: article, file: file, revises: revised)
        let pledges = read.reading.pledges.count
        var sentence = "Read \(read.reading.actors.count) actors, \(pledges) pledges and requests, "
        sentence += "\(read.reading.happenings.count) dated happenings."
        for note in article.notes { sentence += " \(note.sentence)" }
        let kind = revised == nil ? OutcomeKind.accepted : .revised
        let outcome = Outcome(kind: kind, reason: nil, sentence: sentence, article: article.id)
        return (outcome, NewEntry(article: article.id, events: [.articleReceived(received)] + read.events))
    }

    private func record(_ entries: [NewEntry]) async throws {
        do {
            _ = try await log.append(entries)
        } catch let error where error.code == .unwritable {
            // Linux forgets what it could not write: only a new start, from the file, knows what is there.
            fatalErrors.report(error)
            throw error
        }
        try await projection.waitUntilApplied(log.end)
    }
}

private enum DeskError: Error, CustomStringConvertible {
    case vanished(ArticleID)

    var description: String {
        switch self {
        case .vanished(let id): "Article \(id) was in the views and is there no longer. It is looked at again."
        }
    }
}
