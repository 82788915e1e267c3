public import PledgedCore

extension CloudEvent {
    /// The JSON of an event whose data is JSON already: the bytes that encoding the CloudEvent would give.
    ///
    /// `data` is what the event holds: a JSON object in UTF-8, as ``PledgedCore/EventCoding`` writes it.
    public static func json(
        position: LogPosition,
        recorded: Timestamp,
        article: ArticleID?,
        name: Event.Name,
        data: ArraySlice<UInt8>,
        source: String
    ) -> [UInt8] {
        var json = JSONWriter(capacity: data.count + 512)
        let (id, time) = (position.description, recorded.description)
        json.object { json in
            json.member("data", json: data)
            json.member("datacontenttype", "application/json")
            json.member("id", id)
            json.member("recordedtime", time)
            json.member("sequence", id)
            json.member("source", source)
            json.member("specversion", "1.0")
            json.member("subject", article?.hexadecimal)
            json.member("time", time)
            json.member("type", typePrefix + name.rawValue)
        }
        return json.bytes
    }
}
