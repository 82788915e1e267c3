/// Events as a JSON array, and where in it what each of them holds lies, so that it can be passed on as it is.
package struct EncodedEvents: Hashable, Sendable {
    /// The very bytes that ``EventCoding`` gives for the events.
    package let bytes: [UInt8]
    /// For each event, the place of its data among the bytes.
    package let data: [Range<Int>]

    /// - Throws: `EncodingError` for a quantity that is no number.
    package init(_ events: [Event]) throws {
        var json = JSONWriter(capacity: 4096)
        var data: [Range<Int>] = []
        json.plain("[")
        for event in events {
            if !data.isEmpty { json.plain(",") }
            json.plain("{\"data\":")
            let start = json.count
            try event.writeData(to: &json)
            data.append(start..<json.count)
            json.plain(",\"type\":\"")
            json.plain(event.name.rawValue)
            json.plain("\"")
            if event.name.version > 1 {
                json.plain(",\"version\":")
                json.integer(event.name.version)
            }
            json.plain("}")
        }
        json.plain("]")
        bytes = json.bytes
        self.data = data
    }
}
