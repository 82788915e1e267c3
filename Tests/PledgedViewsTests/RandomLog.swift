import PledgedCore
import PledgedTesting

/// A log of random articles, corrections, readings, duplicates and rejections: the same for the same seed.
struct RandomLog {
    private(set) var log = SampleLog()
    private var random: SeededGenerator
    private var articles = 0
    private var unsuperseded: [Int] = []

    private static let countries = [
        ("Vietnam", ["Việt Nam", "VIETNAM"]), ("Viet Nam", ["Việt Nam"]), ("Japan", ["Japan", "Tokyo"]),
        ("US", ["US", "Washington"]), ("United States", ["the United States", "US"]), ("South Korea", ["RoK"]),
    ]
    private static let organizations = [
        ("METI", ["METI"]), ("Ministry of Economy, Trade and Industry", ["Ministry of Economy, Trade and Industry"]),
        ("Ministry of Economy, Trade and Industry", ["Ministry of Economy, Trade and Industry", "METI"]),
        ("Ministry of Interior", ["Ministry of Interior", "MOI"]), ("MOI", ["MOI"]),
        ("Ministry of Industry", ["Ministry of Industry", "MOI"]), ("Intel Corp.", ["Intel Corp.", "Intel"]),
        ("Intel", ["Intel"]), ("World Bank", ["World Bank", "WB"]), ("WB", ["WB"]),
    ]
    private static let people = ["Nguyễn Chí Dũng", "Nguyen Chi Dung", "Dũng", "Kishida", "Fumio Kishida"]

    init(seed: UInt64, entries: Int) {
        random = SeededGenerator(seed: seed)
        for _ in 0..<entries { addEntry() }
    }

    private mutating func addEntry() {
        switch Int.random(in: 0..<10, using: &random) {
        case 0 where articles > 0: readAgain()
        case 4 where articles > 0: decide()
        case 1 where articles > 0: duplicate()
        case 2: reject()
        case 3 where !unsuperseded.isEmpty:
            let index = Int.random(in: unsuperseded.indices, using: &random)
            receive(revises: unsuperseded.remove(at: index))
        default: receive(revises: nil)
        }
    }

    private mutating func receive(revises: Int?) {
        articles += 1
        unsuperseded.append(articles)
        let day = 1 + Int.random(in: 0..<28, using: &random)
        let date = Bool.random(using: &random) ? "2024-07-\(day < 10 ? "0" : "")\(day)" : nil
        let actors = randomActors()
        let (pledges, happenings) = (randomPledges(actors.count), randomHappenings(actors.count))
        log.receive(
            SampleEvents.article(articles, date: date, title: "Story \(articles % 7)", text: "Đồng \(articles) chips"),
            revises: revises.map { SampleEvents.articleID($0) },
            actors: actors,
            pledges: pledges,
            happenings: happenings
        )
    }

    private mutating func readAgain() {
        let article = SampleEvents.articleID(Int.random(in: 1...articles, using: &random))
        let actors = randomActors()
        let (pledges, happenings) = (randomPledges(actors.count), randomHappenings(actors.count))
        log.read(article, reader: "again", actors: actors, pledges: pledges, happenings: happenings)
    }

    private mutating func duplicate() {
        let original = SampleEvents.articleID(Int.random(in: 1...articles, using: &random))
        let file = SampleEvents.file("again.txt", inode: random.next())
        log.add(
            .articleDuplicated(ArticleDuplicated(file: file, original: original, originalPosition: .start)),
            article: original
        )
    }

    /// A decision about tellings or actors that some event stated or named, shown any more or not.
    private mutating func decide() {
        var (tellings, actors): ([FactReference], [FactReference]) = ([], [])
        for event in log.events {
            guard let article = event.article else { continue }
            let fact = FactReference(position: event.position, article: article, span: TextSpan(0..<1))
            switch event.event {
            case .pledgeStated, .requestStated: tellings.append(fact)
            case .actorNamed: actors.append(fact)
            default: break
            }
        }
        guard let telling = tellings.randomElement(using: &random), let actor = actors.randomElement(using: &random),
            let otherTelling = tellings.randomElement(using: &random),
            let otherActor = actors.randomElement(using: &random)
        else { return }
        let choices: [Decision.Choice] = [
            .resolve(telling, .fulfilled), .reopen(telling), .dismiss(telling), .link(telling, otherTelling),
            .unlink(telling), .merge(actor, into: otherActor), .rename(actor, "Somebody \(articles)"), .separate(actor),
        ]
        let choice = choices[Int.random(in: choices.indices, using: &random)]
        log.add(.decided(Decision(choice, who: "anna", reason: "she knows")))
    }

    private mutating func reject() {
        let file = SampleEvents.file("bad.bin", inode: random.next())
        log.add(.articleRejected(ArticleRejected(file: file, digest: nil, reason: .binary, sentence: "It is binary.")))
    }

    private mutating func randomActors() -> [NamedActor] {
        (0..<Int.random(in: 0..<6, using: &random)).map { index in
            switch Int.random(in: 0..<3, using: &random) {
            case 0:
                let (name, names) = Self.countries[Int.random(in: Self.countries.indices, using: &random)]
                return SampleEvents.actor(index + 1, .country, name, names: names)
            case 1:
                let (name, names) = Self.organizations[Int.random(in: Self.organizations.indices, using: &random)]
                return SampleEvents.actor(index + 1, .organization, name, names: names)
            default:
                let name = Self.people[Int.random(in: Self.people.indices, using: &random)]
                let role = Bool.random(using: &random) ? "Minister of Planning" : nil
                let affiliation = Bool.random(using: &random) ? Int.random(in: 1...(index + 2), using: &random) : nil
                return SampleEvents.actor(index + 1, .person, name, role: role, affiliation: affiliation)
            }
        }
    }

    private mutating func labels(_ actors: Int) -> [Int] {
        actors == 0
            ? [] : (0..<Int.random(in: 0...2, using: &random)).map { _ in Int.random(in: 1...actors, using: &random) }
    }

    private mutating func randomPledges(_ actors: Int) -> [Pledge] {
        (0..<Int.random(in: 0..<4, using: &random)).map { number in
            let kind = Pledge.Kind.allCases[Int.random(in: 0..<Pledge.Kind.allCases.count, using: &random)]
            let (by, to) = (labels(actors), labels(actors))
            let object = ["deep-water ports", "wind farms", "schools in Huế"][number % 3]
            let count = Double(Int.random(in: 1...3, using: &random) * 10)
            return SampleEvents.pledge(
                kind,
                by: by,
                to: to,
                speaker: by.first,
                quote: "will build \(Int(count)) \(object)",
                quantity: Bool.random(using: &random) ? Quantity(value: count, unit: object) : nil,
                deadline: Bool.random(using: &random) ? .year(2025 + Int.random(in: 0...3, using: &random)) : nil
            )
        }
    }

    private mutating func randomHappenings(_ actors: Int) -> [Happening] {
        (0..<Int.random(in: 0..<3, using: &random)).map { _ in
            let year = Int.random(in: 2000..<2040, using: &random)
            return SampleEvents.happening(.year(year), actors: labels(actors))
        }
    }
}
