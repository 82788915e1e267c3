/// Turns swift-metrics' free words into OpenMetrics' names.
enum MetricName {
    /// Such as `pledged_http_requests` for `pledged.http.requests`.
    ///
    /// OpenMetrics adds `_total` to a counter's samples, so a counter loses it here.
    static func family(_ label: String, kind: MetricKind, unit: String?) -> String {
        var name = sanitized(label)
        if kind == .counter, name.hasSuffix("_total") { name.removeLast("_total".count) }
        if let unit, !name.hasSuffix("_\(unit)") { name += "_\(unit)" }
        return name
    }

    /// The name of a label; `le` belongs to histograms.
    static func label(_ name: String) -> String {
        let name = sanitized(name)
        return name == "le" ? "le_" : name
    }

    /// The value of a label between quotes.
    static func escaped(_ value: String) -> String {
        var escaped = ""
        for character in value.unicodeScalars {
            switch character {
            case "\\": escaped += #"\\"#
            case "\"": escaped += #"\""#
            case "\n": escaped += #"\n"#
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }

    private static func sanitized(_ text: String) -> String {
        let letters = text.unicodeScalars.map { scalar -> Character in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "_": Character(scalar)
            default: "_"
            }
        }
        let name = String(letters)
        return name.first?.isNumber ?? true ? "_\(name)" : name
    }
}
