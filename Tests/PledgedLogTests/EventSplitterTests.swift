import Foundation
import PledgedCore
import PledgedTesting
import Testing

@testable import PledgedLog

@Suite struct EventSplitterTests {
    @Test func `finds what the decoder finds`() throws {
        let events = Sample.entry(1).events + Sample.rejected.events
        let parts = try #require(EventSplitter.parts(of: [UInt8](try EventCoding.encode(events))[...]))
        #expect(parts.map(\.name) == events.map(\.name))
        for (part, event) in zip(parts, events) {
            let whole = Data("{\"data\":".utf8) + Data(part.data) + Data(",\"type\":\"\(part.name.rawValue)\"}".utf8)
            #expect(try EventCoding.decode(Event.self, from: whole) == event)
        }
    }

    @Test(arguments: [
        "", "[", "]", "[]", "[{}]", "{}", "[1]",
        #"[{"data":{},"type":"article.read"},]"#, #"[{"data":{},"type":"article.read"}{}]"#,
        #"[{"data":{},"type":"article.read"]"#, #"[ {"data":{},"type":"article.read"}]"#,
        #"[{"type":"article.read","data":{}}]"#, #"[{"data":{"},"type":"article.read"}]"#, #"[{"data":{"a":"\"}]"#,
    ])
    func `refuses what the log does not write`(json: String) {
        #expect(EventSplitter.parts(of: Array(json.utf8)[...]) == nil)
    }

    @Test func `is not misled by braces and quotes in texts`() throws {
        let data = #"{"a":"}],\"type\":\"x\"}\\","b":[{"c":"{"}]}"#
        let json = "[{\"data\":\(data),\"type\":\"article.read\"},{\"data\":{},\"type\":\"actor.named\"}]"
        let parts = try #require(EventSplitter.parts(of: Array(json.utf8)[...]))
        #expect(parts.map { String(decoding: $0.data, as: UTF8.self) } == [data, "{}"])
    }
}
