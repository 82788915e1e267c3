import Foundation
import PledgedAPI
import PledgedCore
import Testing

struct CloudEventTests {
    static let article = ArticleID(hexadecimal: String(repeating: "a1", count: 32))
    static let recorded = Timestamp(microseconds: 1_720_512_900_123_456)
    static let anchor = Anchor(span: TextSpan(4..<11), quote: "pledged")
    static let file = DroppedFile(name: "a.txt", size: 9, inode: 7, modified: 5)

    static var events: [Event] {
        get throws {
            let id = try #require(article)
            let pledge = Pledge(
                kind: .commitment,
                by: [ActorLabel(1)],
                action: "fund",
                cue: "x",
                anchor: anchor,
                confidence: 90
            )
            var request = pledge
            request.kind = .request
            let actor = NamedActor(
                label: ActorLabel(1),
                kind: .country,
                canonicalName: "Japan",
                names: ["Japan"],
                mentions: [],
                confidence: 99
            )
            return [
                .articleReceived(
                    ArticleReceived(
                        article: Article(id: id, header: ArticleHeader(), text: "Hà Nội", blocks: []),
                        file: file
                    )
                ),
                .actorNamed(actor), .pledgeStated(pledge), .requestStated(request),
                .happeningReported(
                    Happening(date: try EDTFDate(parsing: "2024-07"), actors: [], anchor: anchor, confidence: 50)
                ),
                .articleRead(ArticleRead(reader: "r", actors: 1, pledges: 1, requests: 1, happenings: 1)),
                .articleDuplicated(ArticleDuplicated(file: file, original: id, originalPosition: .start)),
                .articleRedacted(ArticleRedacted(by: nil, entries: [], reason: "Asked for.")),
                .articleRejected(ArticleRejected(file: file, digest: nil, reason: .empty, sentence: "Empty.")),
                .articleRedacted(ArticleRedacted(by: "uid 0", entries: [], reason: "A court asked for it.")),
            ] + decisions(about: id).map { .decided(Decision($0, who: "anna", reason: "Hà Nội says so")) }
        }
    }

    private static func decisions(about article: ArticleID) -> [Decision.Choice] {
        let one = FactReference(position: .start, article: article, span: TextSpan(0..<4))
        let two = FactReference(position: LogPosition(offset: 9), article: article, span: TextSpan(7..<9))
        return [
            .resolve(one, .fulfilled), .reopen(one), .dismiss(one), .link(one, two), .unlink(one),
            .merge(one, into: two), .rename(one, "Việt Nam"), .separate(one),
        ]
    }

    @Test func `says in JSON what CloudEvents 1.0 asks for`() throws {
        let event = Event.articleRead(ArticleRead(reader: "r", actors: 1, pledges: 2, requests: 3, happenings: 4))
        let recorded = RecordedEvent(
            position: LogPosition(offset: 42),
            recorded: Self.recorded,
            article: Self.article,
            event: event
        )
        let json = String(decoding: try EventCoding.encode(CloudEvent(recorded)), as: UTF8.self)
        let expected = """
            {"data":{"actors":1,"happenings":4,"pledges":2,"reader":"r","requests":3},"datacontenttype":"application/json",\
            "id":"00000000000000000042","recordedtime":"2024-07-09T08:15:00.123456Z","sequence":"00000000000000000042",\
            "source":"/pledged","specversion":"1.0","subject":"\(String(repeating: "a1", count: 32))",\
            "time":"2024-07-09T08:15:00.123456Z","type":"pledged.article.read"}
            """
        #expect(json == expected)
    }

    @Test func `every event comes back as it went`() throws {
        let events = try Self.events
        #expect(Set(events.map(\.name)) == Set(Event.Name.allCases))
        for (offset, event) in events.enumerated() {
            let recorded = RecordedEvent(
                position: LogPosition(offset: UInt64(offset)),
                recorded: Self.recorded,
                article: Self.article,
                event: event
            )
            let item = StreamItem.event(CloudEvent(recorded, source: "/elsewhere"))
            #expect(try EventCoding.decode(StreamItem.self, from: EventCoding.encode(item)) == item)
        }
    }

    @Test(arguments: [nil, article])
    func `is the same in the frame around data that is JSON already`(article: ArticleID?) throws {
        let events = try Self.events
        let encoded = try EncodedEvents(events)
        for (event, range) in zip(events, encoded.data) {
            let recorded = RecordedEvent(
                position: LogPosition(offset: 42),
                recorded: Self.recorded,
                article: article,
                event: event
            )
            let json = CloudEvent.json(
                position: recorded.position,
                recorded: recorded.recorded,
                article: article,
                name: event.name,
                data: encoded.bytes[range],
                source: "/else\"where\""
            )
            #expect(Data(json) == (try EventCoding.encode(CloudEvent(recorded, source: "/else\"where\""))))
        }
    }

    @Test func `a rejected file without article has no subject`() throws {
        let rejected = ArticleRejected(file: Self.file, digest: nil, reason: .empty, sentence: "Empty.")
        let recorded = RecordedEvent(
            position: .start,
            recorded: Self.recorded,
            article: nil,
            event: .articleRejected(rejected)
        )
        let json = try EventCoding.encode(CloudEvent(recorded))
        #expect(!String(decoding: json, as: UTF8.self).contains("subject"))
        #expect(try EventCoding.decode(CloudEvent.self, from: json).recorded == recorded)
    }

    @Test(arguments: StreamMark.Kind.allCases, [nil, LogPosition(offset: 3)])
    func `a mark comes back as it went`(kind: StreamMark.Kind, position: LogPosition?) throws {
        let item = StreamItem.mark(StreamMark(kind, position: position))
        #expect(try EventCoding.decode(StreamItem.self, from: EventCoding.encode(item)) == item)
        #expect(item.position == position)
    }

    @Test(arguments: [
        (#"{"specversion":"0.3","type":"pledged.article.read","source":"/p","id":"1"}"#, "0.3"),
        (
            #"{"specversion":"1.0","type":"pledged.moon.landed","source":"/p","id":"1","recordedtime":"2024-07-09T08:15:00Z"}"#,
            "pledged.moon.landed"
        ),
        (
            #"{"specversion":"1.0","type":"pledged.article.read","source":"/p","id":"x1","recordedtime":"2024-07-09T08:15:00Z"}"#,
            "x1"
        ),
    ])
    func `what it cannot read it names`(json: String, culprit: String) throws {
        let error = #expect(throws: DecodingError.self) {
            try EventCoding.decode(CloudEvent.self, from: Data(json.utf8))
        }
        #expect("\(try #require(error))".contains(culprit))
    }
}
