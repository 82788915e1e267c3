/// Can be read from the form that ``JSONWritable`` gives, without a decoder.
package protocol JSONReadable {
    /// - Throws: ``JSONReader/OtherForm`` for any other form.
    init(from json: inout JSONReader) throws(JSONReader.OtherForm)
}

extension String: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) { self = try json.string() }
}

extension Int: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) { self = try json.integer() }
}

extension Int64: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) { self = try json.integer() }
}

extension UInt64: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) { self = try json.integer() }
}

extension Double: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) { self = try json.double() }
}

extension Array: JSONReadable where Element: JSONReadable {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) { self = try json.array() }
}

extension JSONReadable where Self: RawRepresentable<String> {
    package init(from json: inout JSONReader) throws(JSONReader.OtherForm) {
        guard let value = Self(rawValue: try json.string()) else { throw JSONReader.OtherForm() }
        self = value
    }
}
