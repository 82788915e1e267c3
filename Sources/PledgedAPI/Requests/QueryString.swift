/// A URL's query as text: `name=value&name=value`, percent-encoded, a plus sign for a space.
public enum QueryString {
    /// The items of `text`, in order.
    ///
    /// Empty pieces (`a=1&&b=2`) are skipped; a piece without `=` has the value "".
    ///
    /// - Throws: ``RequestError`` where a percent sign is not followed by two hexadecimal digits, or the bytes are not
    ///   UTF-8.
    public static func parse(_ text: some StringProtocol) throws(RequestError) -> [QueryItem] {
        var items: [QueryItem] = []
        for piece in text.split(separator: "&") {
            let halves = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = halves.count == 2 ? try decode(halves[1]) : ""
            items.append(QueryItem(try decode(halves[0]), value))
        }
        return items
    }

    /// The query that ``parse(_:)`` reads as `items`; "" for none.
    public static func format(_ items: [QueryItem]) -> String {
        items.map { "\(PercentCoding.encode($0.name))=\(PercentCoding.encode($0.value))" }.joined(separator: "&")
    }

    private static func decode(_ text: some StringProtocol) throws(RequestError) -> String {
        guard let decoded = PercentCoding.decode(text, plusIsSpace: true) else {
            throw .malformedQuery(text: String(text))
        }
        return decoded
    }
}
