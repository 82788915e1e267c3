import Foundation
import PledgedCore
import PledgedTesting
import Testing

@Suite struct EncodedEventsTests {
    @Test func `what is written is read as the decoder reads it`() throws {
        for events in [FullEvents.all, FullEvents.bare] {
            let encoded = try EncodedEvents(events)
            for (event, range) in zip(events, encoded.data) {
                #expect(try read(event.name, encoded.bytes[range]) == event)
            }
        }
    }

    /// A decoder has to judge those.
    @Test(arguments: [
        #"{"file":{"inode":1,"modified":1,"name":"x","size":1},"reason":"empty"}"#,
        #"{"file":{"inode":1,"modified":1,"name":"x","size":1},"new":1,"reason":"empty","sentence":"No."}"#,
        #"{"file":{"inode":1,"modified":1,"name":"\u00e9","size":1},"reason":"empty","sentence":"No."}"#,
        #"{"file":{"inode":-1,"modified":1,"name":"x","size":1},"reason":"empty","sentence":"No."}"#,
        #"{"reason":"empty","file":{"inode":1,"modified":1,"name":"x","size":1},"sentence":"No."}"#,
        #"{"file":{"inode":1,"modified":1,"name":"x","size":1}, "reason":"empty","sentence":"No."}"#,
        #"{"file":{"inode":1,"modified":1,"name":"x","size":1},"reason":"empty","sentence":"No"#, "", "{", "{}",
    ])
    func `any other form is left to the decoder`(text: String) {
        #expect(throws: JSONReader.OtherForm.self) { try read(.articleRejected, Array(text.utf8)[...]) }
    }

    @Test func `gives the bytes of the encoder for events with everything set, and with nothing`() throws {
        for events in [FullEvents.all, FullEvents.bare, []] {
            let encoded = try EncodedEvents(events)
            #expect(Data(encoded.bytes) == (try EventCoding.encode(events)))
            for (event, range) in zip(events, encoded.data) {
                let data = String(decoding: encoded.bytes[range], as: UTF8.self)
                let whole = String(decoding: try EventCoding.encode(event), as: UTF8.self)
                #expect(whole == "{\"data\":\(data),\"type\":\"\(event.name.rawValue)\"}")
            }
        }
    }

    @Test func `the events with everything set have everything set`() {
        #expect(Set(FullEvents.all.map(\.name)) == Set(Event.Name.allCases))
        for event in FullEvents.all { #expect(unset(in: event, "\(event.name)").isEmpty) }
    }

    /// The properties that hold nothing, so that a new one cannot be forgotten.
    private func unset(in value: Any, _ path: String) -> [String] {
        let mirror = Mirror(reflecting: value)
        if mirror.displayStyle == .optional || mirror.displayStyle == .collection, mirror.children.isEmpty {
            return [path]
        }
        return mirror.children.flatMap { unset(in: $0.value, "\(path).\($0.label ?? "")") }
    }

    @Test func `escapes as the encoder does`() throws {
        for value in UInt32(0)...0x3100 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            try expectSame("a\(scalar)b")
        }
        for text in ["", "\"", "\\\"\\", "e\u{301}", "👩🏽‍🚒", "\u{FEFF}\u{FFFF}", "a/b</script>", "\r\n"] {
            try expectSame(text)
        }
    }

    @Test(arguments: [
        0, -0.0, 1, 33.33, 50_000, 8_100_000_000, 13.5e12, 1e15, 1e16, 1e17, 1e300, 1e-7, 0.1, -2.5,
        .greatestFiniteMagnitude, .leastNonzeroMagnitude,
    ])
    func `writes numbers as the encoder does`(value: Double) throws {
        try expectSame("x", value)
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func `refuses what JSON has no number for`(value: Double) {
        #expect(throws: EncodingError.self) { try EncodedEvents([happening("x", value)]) }
    }

    private func expectSame(_ text: String, _ value: Double = 1) throws {
        let events = [happening(text, value)]
        let encoded = try EncodedEvents(events)
        #expect(Data(encoded.bytes) == (try EventCoding.encode(events)))
        #expect(try read(.pledgeStated, encoded.bytes[encoded.data[0]]) == events[0])
    }

    private func read(_ name: Event.Name, _ bytes: ArraySlice<UInt8>) throws -> Event {
        try JSONReader.read(bytes) { json throws(JSONReader.OtherForm) in try Event(name, from: &json) }
    }

    private func happening(_ text: String, _ value: Double) -> Event {
        .pledgeStated(SampleEvents.pledge(quote: text, quantity: Quantity(value: value, unit: text)))
    }
}
