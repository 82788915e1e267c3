import PledgedAPI
import PledgedCore
import Testing

@testable import pledgectl

@Suite struct EventPrinterTests {
    private static func line(_ event: Event, at offset: UInt64) throws -> StreamLine {
        try StreamLine(try JSONText.line(CloudEvent(Sample.recorded(event, at: offset))))
    }

    @Test func `prints position, time and words for people`() throws {
        var printer = EventPrinter(types: [], json: false, countMax: nil)
        let line = try Self.line(.articleRead(Sample.read), at: 42)
        #expect(
            try printer.text(for: line)
                == "42  2024-07-09 08:15:00 UTC  read: 2 actors, 1 pledge, 0 requests, 3 happenings"
        )
    }

    @Test func `prints the very JSON for programs`() throws {
        var printer = EventPrinter(types: [], json: true, countMax: nil)
        let line = try Self.line(.articleRead(Sample.read), at: 42)
        #expect(try printer.text(for: line) == line.json)
    }

    @Test func `asks for names that it does not print`() throws {
        var printer = EventPrinter(types: [.pledgeStated], json: false, countMax: 1)
        #expect(printer.typesNeeded == [.actorNamed, .pledgeStated])
        #expect(try printer.text(for: Self.line(.actorNamed(Sample.actor(1, "Japan")), at: 1)) == nil)
        #expect(!printer.isDone)
        let pledge = Event.pledgeStated(Sample.pledge(.commitment, by: [1], "will fund the port"))
        #expect(try printer.text(for: Self.line(pledge, at: 2))?.hasSuffix("Japan commits: will fund the port") == true)
        #expect(printer.isDone)
    }

    @Test func `asks programs' subscriptions for no more than they want`() {
        #expect(EventPrinter(types: [.pledgeStated], json: true, countMax: nil).typesNeeded == [.pledgeStated])
        #expect(EventPrinter(types: [.articleRead], json: false, countMax: nil).typesNeeded == [.articleRead])
        #expect(EventPrinter(types: [], json: false, countMax: nil).typesNeeded == [])
    }

    @Test func `passes on events that only a newer program knows`() throws {
        let json =
            #"{"specversion":"1.0","id":"7","sequence":"7","type":"pledged.actors.divorced","source":"/pledged"}"#
        let line = try StreamLine(json)
        var (people, programs) = (
            EventPrinter(types: [], json: false, countMax: nil), EventPrinter(types: [], json: true, countMax: nil)
        )
        #expect(try people.text(for: line)?.contains("pledged.actors.divorced") == true)
        #expect(try programs.text(for: line) == json)
    }

    @Test(arguments: [#"{"type":"pledged.article.read"}"#, "not JSON", "[]", #"{"sequence":"1"}"#])
    func `takes nothing else for an event`(json: String) {
        #expect(throws: DecodingError.self) { try StreamLine(json) }
    }
}
