internal import PledgedArticles
internal import PledgedCore
internal import PledgedExtraction
internal import PledgedIntake
internal import PledgedViews

/// An article with all that the reader found in it.
struct ReadArticle: Sendable {
    var article: Article
    var reading: Reading
    var microseconds: Int64

    /// The reading's events, with the time it took.
    var events: [Event] {
        reading.events.map { event in
            guard case .articleRead(var closing) = event else { return event }
            closing.microseconds = microseconds
            return .articleRead(closing)
        }
    }
}

/// A file, and what can be found out about it without knowing its neighbours.
struct ExaminedFile: Sendable {
    enum Finding: Sendable {
        /// This very drop has its outcome already; only the file was left where it lay.
        case known(OutcomeRow)
        case refused(Rejection)
        /// Nil where the bytes were known at the time of looking, and so were not read again.
        case readable(id: ArticleID, Result<ReadArticle, Rejection>?)
    }

    var file: DroppedFile
    var finding: Finding

    /// Two files with a key in common depend on each other: the first must be in the views when the second is judged.
    var keys: Set<String> {
        var keys: Set = ["name \(file.name)"]
        guard case .readable(let id, let result) = finding else { return keys }
        keys.insert("bytes \(id)")
        if case .success(let read) = result, let title = read.article.header.title {
            keys.insert("title \(title.lowercased())")
        }
        return keys
    }
}

/// Looks at files side by side: hashing, parsing and reading are most of an article's cost, and need no order.
struct FileExaminer: Sendable {
    let views: ViewStore
    let reader: CurrentReader
    private let parser = ArticleParser()

    init(views: ViewStore, reader: CurrentReader) {
        self.views = views
        self.reader = reader
    }

    /// - Returns: One finding for each file, in the same order.
    func examine(_ files: [IncomingFile]) async throws -> [ExaminedFile] {
        try await withThrowingTaskGroup(of: (Int, ExaminedFile).self) { group in
            for (index, file) in files.enumerated() {
                group.addTask { (index, ExaminedFile(file: file.file, finding: try finding(of: file))) }
            }
            var found: [(Int, ExaminedFile)] = []
            for try await one in group { found.append(one) }
            return found.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private func finding(of incoming: IncomingFile) throws -> ExaminedFile.Finding {
        if let row = try views.outcome(of: incoming.file) { return .known(row) }
        switch incoming.content {
        case .refused(let rejection): return .refused(rejection)
        case .bytes(let bytes):
            let id = ArticleID(hashing: bytes)
            if try views.article(id) != nil { return .readable(id: id, nil) }
            do {
                return .readable(id: id, .success(read(try parser.parse(bytes, fileName: incoming.file.name))))
            } catch {
                return .readable(id: id, .failure(error))
            }
        }
    }

    private func read(_ article: Article) -> ReadArticle {
        let clock = ContinuousClock()
        let start = clock.now
        let reading = reader.value.read(article)
        let microseconds = (clock.now - start) / .microseconds(1)
        return ReadArticle(article: article, reading: reading, microseconds: Int64(microseconds))
    }
}
