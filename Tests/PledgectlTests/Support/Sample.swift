import PledgedArticles
import PledgedCore

/// Values that tests speak of.
enum Sample {
    static let article = ArticleID(hashing: Array("one".utf8))
    static let earlier = ArticleID(hashing: Array("earlier".utf8))
    static let moment = Timestamp(microseconds: 1_720_512_900_123_456)

    static func file(_ name: String, inode: UInt64 = 1) -> DroppedFile {
        DroppedFile(name: name, size: 10, inode: inode, modified: 5)
    }

    static func recorded(_ event: Event, at offset: UInt64 = 0, about article: ArticleID? = article) -> RecordedEvent {
        RecordedEvent(position: LogPosition(offset: offset), recorded: moment, article: article, event: event)
    }

    static func received(
        _ file: DroppedFile,
        title: String? = "Plans for chips",
        revises: ArticleID? = nil,
        as id: ArticleID = article
    ) -> Event {
        let header = ArticleHeader(title: title, source: "VNS")
        let article = Article(id: id, header: header, text: "", blocks: [])
        return .articleReceived(ArticleReceived(article: article, file: file, revises: revises))
    }

    static func anchor(_ quote: String) -> Anchor { Anchor(span: TextSpan(0..<quote.utf8.count), quote: quote) }

    static func actor(_ number: Int, _ name: String, kind: ActorKind = .country) -> NamedActor {
        NamedActor(
            label: ActorLabel(number),
            kind: kind,
            canonicalName: name,
            names: [name],
            mentions: [],
            confidence: 90
        )
    }

    static func pledge(
        _ kind: Pledge.Kind,
        by: [Int],
        to: [Int] = [],
        _ quote: String,
        deadline: EDTFDate? = nil
    ) -> Pledge {
        Pledge(
            kind: kind,
            by: by.map { ActorLabel($0) },
            to: to.map { ActorLabel($0) },
            action: quote,
            deadline: deadline,
            cue: "plan",
            anchor: anchor(quote),
            confidence: 80
        )
    }

    static let read = ArticleRead(reader: "rules-1", actors: 2, pledges: 1, requests: 0, happenings: 3)
}
