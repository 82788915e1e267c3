/// Can be written as JSON without an encoder, as the very bytes that ``EventCoding`` would give.
package protocol JSONWritable {
    /// - Throws: `EncodingError` for a number that JSON does not have.
    func write(to json: inout JSONWriter) throws
}

extension String: JSONWritable {
    package func write(to json: inout JSONWriter) { json.string(self) }
}

extension Int: JSONWritable {
    package func write(to json: inout JSONWriter) { json.integer(self) }
}

extension Int64: JSONWritable {
    package func write(to json: inout JSONWriter) { json.integer(self) }
}

extension UInt64: JSONWritable {
    package func write(to json: inout JSONWriter) { json.integer(self) }
}

extension Double: JSONWritable {
    package func write(to json: inout JSONWriter) throws {
        guard isFinite else {
            let context = EncodingError.Context(codingPath: [], debugDescription: "JSON has no number \(self).")
            throw EncodingError.invalidValue(self, context)
        }
        // Every whole number below 2^53 has one form; and -0 is none.
        if magnitude < 9_007_199_254_740_992, self == rounded(.towardZero), self != 0 {
            return json.integer(Int64(self))
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
