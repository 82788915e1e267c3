internal import PledgedCore

/// The reading that facts are being added to.
struct OpenReading {
    /// Its key: the position of its first event.
    let position: Int64
    /// The article's key: the position of its `article.received`.
    let article: Int64
    /// The article's day of publication.
    let date: String?
    /// Whether its facts are shown: not those of a superseded article.
    let isCurrent: Bool
    /// Whether the article was read before, or corrects another one.
    let hasPast: Bool
    /// Who its labels stand for.
    private(set) var parties: [ActorLabel: Party]
    /// What its row does not count yet, and whether that says so in any other way.
    private var added = Counts()
    private var isChanged: Bool
    private var completed: Int64?
    private var reader: String?

    /// A party under its label.
    struct Party {
        let named: NamedActor
        let words: PartyWords
        /// Where its `actor.named` lies.
        let position: Int64
        /// What it is recognised by, and under which number; nil while it waits for its affiliation to be named.
        var key: IdentityKey?
        var identity: Int64?
    }

    /// How many facts of each kind.
    struct Counts {
        var actors = 0
        var pledges = 0
        var requests = 0
        var happenings = 0
    }

    init(
        position: Int64,
        article: Int64,
        date: String?,
        isCurrent: Bool,
        hasPast: Bool,
        parties: [ActorLabel: Party] = [:],
        isNew: Bool
    ) {
        isChanged = isNew
        self.hasPast = hasPast
        self.position = position
        self.article = article
        self.date = date
        self.isCurrent = isCurrent
        self.parties = parties
    }

    /// Whom its labels stand for.
    var identities: [Int64] { parties.values.compactMap(\.identity) }

    /// The labels that wait for their affiliations, in order.
    var waiting: [ActorLabel] { parties.filter { $0.value.identity == nil }.keys.sorted() }

    mutating func name(_ label: ActorLabel, _ party: Party) {
        parties[label] = party
        added.actors += 1
        isChanged = true
    }

    mutating func recognise(_ label: ActorLabel, _ key: IdentityKey, as identity: Int64) {
        parties[label]?.key = key
        parties[label]?.identity = identity
    }

    mutating func add(_ kind: Pledge.Kind) {
        if kind == .request { added.requests += 1 } else { added.pledges += 1 }
        isChanged = true
    }

    mutating func addHappening() {
        added.happenings += 1
        isChanged = true
    }

    /// The identities that `labels` stand for, in order, each once.
    func identities(_ labels: [ActorLabel]) -> [Int64] {
        var result: [Int64] = []
        for identity in labels.lazy.compactMap({ parties[$0]?.identity }) where !result.contains(identity) {
            result.append(identity)
        }
        return result
    }

    /// What the parties under `labels` belong to, each once: a person's role to its owner, a ministry to the country, if
    /// the article names but one.
    func affiliations(of labels: [ActorLabel]) -> [Int64] {
        var result: [Int64] = []
        for label in labels {
            guard let party = parties[label] else { continue }
            let owner = party.named.affiliation.flatMap { parties[$0]?.identity } ?? country(of: party)
            if let owner, owner != parties[label]?.identity, !result.contains(owner) { result.append(owner) }
        }
        return result
    }

    private func country(of party: Party) -> Int64? {
        guard party.words.isOfState else { return nil }
        let countries = parties.values.filter { $0.named.kind == .country }
        return countries.count == 1 ? countries[0].identity : nil
    }

    /// Closes the reading: the next fact of its article opens another.
    mutating func complete(by recorded: RecordedEvent, _ read: ArticleRead) {
        (completed, reader) = (recordedOffset(recorded.position), read.reader)
        isChanged = true
    }

    /// Puts its row into the database as it is.
    mutating func write(in batch: Batch) throws {
        guard isChanged else { return }
        try batch.run(
            """
            INSERT INTO readings (position, article, completed, reader, actors, pledges, requests, happenings)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET completed = excluded.completed, reader = excluded.reader,
                actors = actors + excluded.actors, pledges = pledges + excluded.pledges,
                requests = requests + excluded.requests, happenings = happenings + excluded.happenings
            """,
            position,
            article,
            completed,
            reader,
            added.actors,
            added.pledges,
            added.requests,
            added.happenings
        )
        (added, isChanged) = (Counts(), false)
    }
}
