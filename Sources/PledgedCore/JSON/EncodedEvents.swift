/// Events as a JSON array, and where in it what each of them holds lies, so that it can be passed on as it is.
package struct EncodedEvents: Hashable, Sendable {
    /// The very bytes that ``EventCoding`` gives for the events.
    package let bytes: [UInt8]
    /// For each event, the place of its data among the bytes.
    package let data: [Range<Int>]

    /// - Throws: `EncodingError` for a quantity that is no number.
    package init(_ events: [Event]) throws {
        var json = JSONWriter(capacity: 4096)
        data = try json.events(events)
        bytes = json.bytes
    }
}

extension JSONWriter {
    /// Writes events as an array, and says where what each of them holds begins and ends.
    ///
    /// - Throws: `EncodingError` for a quantity that is no number.
    package mutating func events(_ events: [Event]) throws -> [Range<Int>] {
        var data: [Range<Int>] = []
        data.reserveCapacity(events.count)
        plain("[")
        for event in events {
            if !data.isEmpty { plain(",") }
            plain("{\"data\":")
            let start = count
            try event.writeData(to: &self)
            data.append(start..<count)
            plain(",\"type\":\"")
            plain(event.name.rawValue)
            plain("\"")
            if event.name.version > 1 {
                plain(",\"version\":")
                integer(event.name.version)
            }
            plain("}")
        }
        plain("]")
        return data
    }
}
