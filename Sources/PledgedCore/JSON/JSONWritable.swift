/// Can be written as JSON without an encoder, as the very bytes that ``EventCoding`` would give.
package protocol JSONWritable {
    /// - Throws: `EncodingError` for a number that JSON does not have.
    func write(to json: inout JSONWriter) throws
}

extension String: JSONWritable {
    package func write(to json: inout JSONWriter) { json.string(self) }
}

extension Int: JSONWritable {
    package func write(to json: inout JSONWriter) { json.plain(String(self)) }
}

extension Int64: JSONWritable {
    package func write(to json: inout JSONWriter) { json.plain(String(self)) }
}

extension UInt64: JSONWritable {
    package func write(to json: inout JSONWriter) { json.plain(String(self)) }
}

extension Double: JSONWritable {
    package func write(to json: inout JSONWriter) throws {
        guard isFinite else {
            let context = EncodingError.Context(codingPath: [], debugDescription: "JSON has no number \(self).")
            throw EncodingError.invalidValue(self, context)
        }
        let text = description
        json.plain(text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }
}

extension Array: JSONWritable where Element: JSONWritable {
    package func write(to json: inout JSONWriter) throws { try json.array(self) }
}

extension JSONWritable where Self: RawRepresentable<String> {
    package func write(to json: inout JSONWriter) { json.string(rawValue) }
}
