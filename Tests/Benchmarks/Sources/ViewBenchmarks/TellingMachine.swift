import PledgedCore

/// Makes articles that tell of pledges, and knows the truth: how many pledges there are, and how often each is revised.
///
/// Every article names four actors and tells two pledges, a request and two happenings: 11 events. A pledge is told four
/// times on average, over years; every third of its tellings after the first gives another number. The same seed gives the
/// same articles.
struct TellingMachine {
    static let eventsPerArticle = 11
    static let tellingsPerPledge = 4

    let articles: Int
    /// How many pledges and requests are told in all.
    var pledges: Int { max(1, articles * 3 / Self.tellingsPerPledge) }
    /// Parties grow with the square root of the articles, as do the names in a newspaper.
    private let parties: Int

    init(articles: Int) {
        self.articles = articles
        parties = max(20, Int(Double(articles).squareRoot()) * 4)
    }

    private static let acts = [
        "build", "open", "train", "plant", "launch", "finance", "restore", "connect", "vaccinate", "recruit",
        "electrify",
        "resettle", "digitise", "publish", "irrigate", "insure",
    ]
    private static let objects = [
        "engineers", "bridges", "clinics", "trees", "buses", "schools", "turbines", "villages", "children", "teachers",
        "ferries", "libraries", "wells", "homes", "farmers", "satellites",
    ]

    /// The events of one article.
    func events(of number: Int) -> [Event] {
        var random = Mixer(apart: UInt64(number) &* 2 &+ 1)
        let day = CalendarDate(daysSinceEpoch: 10_000 + number * 9_000 / max(articles, 1))
        let told = subjects(of: number).enumerated().map { telling($1, at: number, slot: $0) }
        var actors: [Int] = []
        for party in told.map(\.party) + [random.below(parties)] where !actors.contains(party) { actors.append(party) }
        while actors.count < 4 { actors.append(parties + actors.count + random.below(parties)) }
        let text = told.map { "Party \($0.party) \($0.quote)." }.joined(separator: " ")
        let article = Article(
            id: id(number),
            header: ArticleHeader(date: day, title: "Story \(number)", place: nil, source: "TM", language: "en"),
            text: text,
            blocks: [],
            notes: []
        )
        let file = DroppedFile(name: "\(number).txt", size: Int64(text.utf8.count), inode: UInt64(number), modified: 0)
        var events: [Event] = [.articleReceived(ArticleReceived(article: article, file: file))]
        for (index, party) in actors.enumerated() { events.append(.actorNamed(actor(party, label: index + 1))) }
        for telling in told {
            let by = [ActorLabel((actors.firstIndex(of: telling.party) ?? 0) + 1)]
            events.append(.stated(telling.pledge(by: by, to: [ActorLabel(4)], said: day)))
        }
        for telling in told.prefix(2) {
            let anchor = Anchor(span: TextSpan(0..<telling.quote.utf8.count), quote: telling.quote)
            let happening = Happening(
                date: .day(day),
                place: nil,
                actors: [ActorLabel(1)],
                anchor: anchor,
                confidence: 90
            )
            events.append(.happeningReported(happening))
        }
        let requests = told.count(where: \.isRequest)
        events.append(
            .articleRead(
                ArticleRead(
                    reader: "telling machine",
                    actors: 4,
                    pledges: 3 - requests,
                    requests: requests,
                    happenings: 2
                )
            )
        )
        return events
    }

    /// How many pledges and requests the first `articles` articles tell.
    func toldPledges(in articles: Int) -> Int {
        var told: Set<Int> = []
        for number in 0..<articles { told.formUnion(subjects(of: number)) }
        return told.count
    }

    /// Which pledges article `number` tells.
    private func subjects(of number: Int) -> [Int] {
        var random = Mixer(apart: UInt64(number) &* 2)
        return (0..<3).map { _ in random.below(pledges) }
    }

    private func id(_ number: Int) -> ArticleID {
        var mixer = Mixer(UInt64(number) &+ 77)
        let digits = (0..<4).map { _ in
            let part = String(mixer.next(), radix: 16)
            return String(repeating: "0", count: 16 - part.utf8.count) + part
        }
        guard let id = ArticleID(hexadecimal: digits.joined()) else { preconditionFailure("64 digits are an id.") }
        return id
    }

    private func actor(_ party: Int, label: Int) -> NamedActor {
        let name = "\(word(party * 2)) \(word(party * 2 + 1)) Authority"
        return NamedActor(
            label: ActorLabel(label),
            kind: .organization,
            canonicalName: name,
            names: [name],
            mentions: [TextSpan(0..<name.utf8.count)],
            confidence: 90
        )
    }

    /// A telling of pledge `pledge` in article `number`: the truth that the views should find again.
    private func telling(_ pledge: Int, at number: Int, slot: Int) -> MachineTelling {
        var fixed = Mixer(UInt64(pledge) &* 0xD6E8_FEB8_6659_FD93)
        let party = fixed.below(parties)
        let act = Self.acts[fixed.below(Self.acts.count)]
        let object = Self.objects[fixed.below(Self.objects.count)]
        let place = "\(word(pledge * 3 + 1_000_003)) \(word(pledge * 3 + 1_000_004))"
        let count = (1 + fixed.below(90)) * 100
        var changing = Mixer(UInt64(number * 3 + slot) &* 0xA24B_AED4_963E_E407)
        let isRevised = changing.below(3) == 0
        let number = isRevised ? count + 50 : count
        let year = 2026 + fixed.below(10)
        return MachineTelling(
            party: party,
            isRequest: pledge.isMultiple(of: 5),
            quote: "\(act) \(number) \(object) in \(place) by \(year)",
            quantity: Quantity(value: Double(number), unit: object),
            deadline: .year(year)
        )
    }

    /// A word of its own for each number.
    private func word(_ number: Int) -> String {
        let syllables = [
            "ba", "ko", "ri", "tu", "me", "so", "la", "ni", "du", "pe", "va", "zi", "go", "fu", "he", "ya",
        ]
        var (rest, word) = (number, "")
        repeat {
            word += syllables[rest % 16]
            rest /= 16
        } while rest > 0
        return word.prefix(1).uppercased() + word.dropFirst() + "x"
    }
}

/// One telling, before it is an event.
struct MachineTelling {
    let party: Int
    let isRequest: Bool
    let quote: String
    let quantity: Quantity
    let deadline: EDTFDate

    func pledge(by: [ActorLabel], to: [ActorLabel], said: CalendarDate) -> Pledge {
        Pledge(
            kind: isRequest ? .request : .plan,
            by: by,
            to: to,
            action: quote,
            quantity: quantity,
            deadline: deadline,
            said: said,
            cue: "",
            anchor: Anchor(span: TextSpan(0..<quote.utf8.count), quote: quote),
            confidence: 90
        )
    }
}

/// SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014).
struct Mixer {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    /// Of which the numbers have nothing in common with those of the next seed.
    ///
    /// From seeds that are multiples of the step, each would give the numbers of the one before, but for the first.
    init(apart seed: UInt64) {
        var mixer = Mixer(seed)
        state = mixer.next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }
}
