import PledgedCore

extension QueryReader {
    func position(_ name: String) throws(RequestError) -> LogPosition? {
        try value(name, expected: "a position in the log: decimal digits, such as 42") { LogPosition(parsing: $0) }
    }

    func start(_ name: String) throws(RequestError) -> ChangesRequest.Start? {
        let expected = "the cursor of a change, such as 2026-03-31/42/40, or a position in the log, such as 42"
        return try value(name, expected: expected) { ChangesRequest.Start(parsing: $0) }
    }

    func article(_ name: String) throws(RequestError) -> ArticleID? {
        try value(name, expected: "an article id: 64 lower-case hexadecimal digits") { ArticleID(hexadecimal: $0) }
    }

    /// The first day of an EDTF date: of `2026-03` that is 2026-03-01.
    func firstDay(_ name: String) throws(RequestError) -> CalendarDate? {
        try value(name, expected: "\(Self.dateExpected), that has a beginning") { EDTFDate(known: $0)?.firstDay }
    }

    /// The last day of an EDTF date: of `2026-03` that is 2026-03-31.
    func lastDay(_ name: String) throws(RequestError) -> CalendarDate? {
        try value(name, expected: "\(Self.dateExpected), that has an end") { EDTFDate(known: $0)?.lastDay }
    }

    func moment() throws(RequestError) -> AsOf? {
        let expected = "a position in the log, in decimal digits, or \(Self.dateExpected)"
        return try value("as-of", expected: "\(expected), whose last day is meant") { AsOf(parsing: $0) }
    }

    /// A number that is not negative, such as `50000` or `8.1e9`.
    func amount(_ name: String) throws(RequestError) -> Double? {
        try value(name, expected: "a number in plain digits, such as 50000 or 2.5") { text in
            Double(text).flatMap { $0.isFinite && $0 >= 0 ? $0 : nil }
        }
    }

    /// A number that the views gave to an actor.
    func actor(_ name: String) throws(RequestError) -> Int64? {
        try value(name, expected: "an actor's number, such as 12") { Int64($0).flatMap { $0 > 0 ? $0 : nil } }
    }

    /// Words for people: 1 to `bytesMax` bytes of UTF-8, more than white space, without control characters.
    func words(_ name: String, bytesMax: Int) throws(RequestError) -> String? {
        try value(name, expected: "1 to \(bytesMax) bytes of words, without control characters") { text in
            let scalars = text.unicodeScalars
            let isPlain = !scalars.contains { $0.properties.generalCategory == .control }
            let saysSomething = scalars.contains { !$0.properties.isWhitespace }
            return isPlain && saysSomething && text.utf8.count <= bytesMax ? text : nil
        }
    }

    private static let dateExpected =
        "a day, month, season, quarter or year in EDTF, such as 2024-07-09, 2024-07 or 2024"
}

extension EDTFDate {
    /// Reads what ``EDTFDate/init(parsing:)`` reads; nil for anything else.
    init?(known text: String) {
        do throws(ParseError) {
            self = try EDTFDate(parsing: text)
        } catch {
            return nil  // The caller says what would be right.
        }
    }
}
