import PledgedCore
import PledgedTesting

/// One event of each name: with every property set, and with as few as there can be.
enum FullEvents {
    static let all: [Event] =
        [
            .articleReceived(ArticleReceived(article: article, file: file, revises: SampleEvents.articleID(7))),
            .actorNamed(actor), .pledgeStated(pledge(.commitment)), .requestStated(pledge(.request)),
            .happeningReported(
                Happening(
                    date: EDTFDate(.quarter(year: 2026, quarter: 34), to: .open),
                    place: "Hà Nội",
                    actors: [ActorLabel(1), ActorLabel(12)],
                    anchor: anchor,
                    confidence: 100
                )
            ),
            .articleRead(
                ArticleRead(reader: "r/1", actors: 1, pledges: 2, requests: 3, happenings: 4, microseconds: 5)
            ),
            .articleDuplicated(
                ArticleDuplicated(
                    file: file,
                    original: SampleEvents.articleID(1),
                    originalPosition: LogPosition(offset: .max)
                )
            ),
            .articleRejected(
                ArticleRejected(
                    file: file,
                    digest: SampleEvents.articleID(2),
                    reason: .tooLarge,
                    sentence: "Too \"large\"."
                )
            ),
            .articleRedacted(
                ArticleRedacted(
                    by: "uid 0",
                    entries: [
                        ArticleRedacted.Entry(
                            position: LogPosition(offset: 7),
                            hash: SampleEvents.articleID(8).hexadecimal,
                            digest: SampleEvents.articleID(9).hexadecimal
                        )
                    ],
                    reason: "The publisher asked."
                )
            ),
        ] + decisions

    static let bare: [Event] = [
        .articleReceived(
            ArticleReceived(
                article: Article(id: SampleEvents.articleID(1), header: ArticleHeader(), text: "", blocks: []),
                file: SampleEvents.file("")
            )
        ),
        .actorNamed(
            NamedActor(
                label: ActorLabel(1),
                kind: .person,
                canonicalName: "",
                names: [],
                mentions: [],
                confidence: 0
            )
        ),
        .pledgeStated(Pledge(kind: .plan, by: [], action: "", cue: "", anchor: anchor, confidence: 0)),
        .happeningReported(Happening(date: .year(1), actors: [], anchor: anchor, confidence: 0)),
        .articleRead(ArticleRead(reader: "", actors: 0, pledges: 0, requests: 0, happenings: 0)),
        .articleRejected(ArticleRejected(file: file, digest: nil, reason: .empty, sentence: "")),
        .articleRedacted(ArticleRedacted(by: nil, entries: [], reason: "")),
    ]

    /// Each kind of decision.
    private static let decisions: [Event] = {
        let one = FactReference(position: .start, article: SampleEvents.articleID(1), span: TextSpan(0..<4))
        let two = FactReference(
            position: LogPosition(offset: 9),
            article: SampleEvents.articleID(2),
            span: TextSpan(7..<9)
        )
        let choices: [Decision.Choice] = [
            .resolve(one, .fulfilled), .reopen(one), .dismiss(one), .link(one, two), .unlink(one),
            .merge(one, into: two), .rename(one, "Việt \"Nam\""), .separate(one),
        ]
        return choices.map { .decided(Decision($0, who: "anna / \u{1}", reason: "Hà Nội\nsays so")) }
    }()

    private static let file = DroppedFile(name: "đà \"nẵng\".txt", size: .max, inode: .max, modified: .min)
    private static let anchor = Anchor(span: TextSpan(3..<9), quote: "“said”\n\tin Kyōto\u{1}")

    private static let article = Article(
        id: SampleEvents.articleID(3),
        header: ArticleHeader(
            date: SampleEvents.date("2024-07-09"),
            title: "A title",
            place: "TOKYO",
            source: "VNS",
            language: "en",
            period: EDTFDate(.month(year: 2016, month: 7), to: .season(year: 2016, season: 23))
        ),
        text: "Line one.\r\nZeile zwei / \\ \u{2028}",
        blocks: ArticleBlock.Role.allCases.enumerated().map {
            ArticleBlock(role: $1, span: TextSpan($0..<($0 + 1)))
        },
        notes: ArticleNote.allCases
    )

    private static let actor = NamedActor(
        label: ActorLabel(1),
        kind: .organization,
        canonicalName: "Ministry",
        names: ["Ministry", "METI"],
        role: "minister",
        affiliation: ActorLabel(2),
        mentions: [TextSpan(0..<4), TextSpan(8..<12)],
        confidence: 90
    )

    private static func pledge(_ kind: Pledge.Kind) -> Pledge {
        Pledge(
            kind: kind,
            by: [ActorLabel(1), ActorLabel(2)],
            byText: "the firm",
            to: [ActorLabel(3)],
            speaker: ActorLabel(4),
            action: "train",
            quantity: Quantity(value: 33.33, unit: "%"),
            deadline: EDTFDate(.year(2028), to: .day(SampleEvents.date("2030-12-31"))),
            said: SampleEvents.date("2024-07-08"),
            cue: "plans to",
            anchor: anchor,
            also: [anchor, anchor],
            confidence: 80
        )
    }
}
