import PledgedTesting
import Testing

@testable import PledgedCore

/// Older forms of an event are read as the newest; newer ones are told apart and hold nothing up.
@Suite struct UpcasterTests {
    /// As if the quantity's unit had been called `what` in form 1, and the confidence been a share of 1 in form 2.
    private static let upcasters = Upcasters([
        Upcaster(name: .pledgeStated, version: 2) { members in
            guard case .number(let share)? = members["confidence"] else { throw Trouble(what: "no share") }
            members["confidence"] = .integer(Int64((share * 100).rounded()))
        },
        Upcaster(name: .pledgeStated, version: 1) { members in
            guard case .object(var quantity)? = members["quantity"] else { return }
            quantity["unit"] = quantity.removeValue(forKey: "what")
            members["quantity"] = .object(quantity)
        },
    ])

    private struct Trouble: Error { let what: String }

    private static let pledge = Event.stated(SampleEvents.pledge())

    private func events(_ text: String, _ upcasters: Upcasters = Self.upcasters) throws -> [Event] {
        var events: [Event] = []
        let count = try JSONReader.read(Array(text.utf8)[...]) { json throws(JSONReader.OtherForm) in
            try json.events(0..<9, upcasters: upcasters) { events.append($1) }
        }
        #expect(count == events.count)
        return events
    }

    private func text(_ version: Int?, unit: String, confidence: String) throws -> String {
        let written = String(decoding: try EncodedEvents([Self.pledge]).bytes, as: UTF8.self)
        let suffix = version.map { ",\"version\":\($0)" } ?? ""
        return written.replacing("\"unit\"", with: "\"\(unit)\"")
            .replacing("\"confidence\":80", with: "\"confidence\":\(confidence)")
            .replacing("\"type\":\"pledge.stated\"", with: "\"type\":\"pledge.stated\"\(suffix)")
    }

    @Test func `every older form is read as the newest`() throws {
        #expect(try events(text(nil, unit: "what", confidence: "0.8")) == [Self.pledge])
        #expect(try events(text(1, unit: "what", confidence: "0.8")) == [Self.pledge])
        #expect(try events(text(2, unit: "unit", confidence: "0.8")) == [Self.pledge])
        #expect(try events(text(3, unit: "unit", confidence: "80")) == [Self.pledge])
    }

    @Test func `a newer form, and an event of a newer version, are known to be such`() throws {
        let newer = try events(text(4, unit: "unit", confidence: "80"))
        guard case .unknown(let event) = newer[0] else {
            Issue.record("A newer form was read as \(newer[0]).")
            return
        }
        #expect(event.name == .pledgeStated)
        #expect(event.version == 4)
        #expect(event.reason.contains("form 4"))
        let stranger = try events(#"[{"data":{"x":[{}]},"type":"pledge.broken"}]"#, .current)
        guard case .unknown(let event) = stranger[0] else {
            Issue.record("A strange event was read as \(stranger[0]).")
            return
        }
        #expect(event.name.rawValue == "pledge.broken")
    }

    @Test func `what an upcaster cannot lift, and what has not the form of its name, is set aside with the reason`()
        throws
    {
        for text in [try text(2, unit: "unit", confidence: "\"high\""), try text(1, unit: "unit", confidence: "0.8")] {
            guard case .unknown(let event)? = try events(text).first else {
                Issue.record("It was read: \(text)")
                return
            }
            #expect(event.reason.contains("form of its name"))
        }
    }

    @Test func `an entry in another form than ours is read event by event`() throws {
        let written = String(decoding: try EncodedEvents([Self.pledge]).bytes.dropFirst().dropLast(), as: UTF8.self)
        let spaced = #"[ {"type": "pledge.broken", "data": {}}, \#(written), {"type":"article.read","data":{}} ]"#
        let events = try EventCoding.events(Array(spaced.utf8)[...])
        #expect(events.count == 3)
        #expect(events[1] == Self.pledge)
        #expect(events.map(\.name.rawValue) == ["pledge.broken", "pledge.stated", "article.read"])
        for event in [events[0], events[2]] {
            guard case .unknown = event else {
                Issue.record("It was read: \(event)")
                return
            }
        }
    }

    @Test func `what cannot be read cannot be written`() throws {
        let unknown = Event.unknown(UnknownEvent(name: .pledgeStated, version: 9, reason: "x"))
        #expect(throws: EncodingError.self) { try EncodedEvents([unknown]) }
        #expect(throws: EncodingError.self) { try EventCoding.encode(unknown) }
    }

    @Test func `no form has changed yet`() {
        for name in Event.Name.allCases { #expect(name.version == 1) }
    }
}
