import PledgedCore

/// Takes a query apart, parameter by parameter, and says what is wrong with it.
struct QueryReader {
    private let items: [QueryItem]

    /// - Throws: ``RequestError/unknownParameter(_:nearest:known:)``.
    init(_ items: [QueryItem], known: [String]) throws(RequestError) {
        for item in items where !known.contains(item.name) {
            let nearest = NearestWord.nearest(to: item.name, in: known)
            throw .unknownParameter(item.name, nearest: nearest, known: known)
        }
        self.items = items
    }

    /// Every value of a parameter that may be repeated, and may hold several values between commas.
    func texts(_ name: String) throws(RequestError) -> [String] {
        let texts = items.filter { $0.name == name }.flatMap {
            $0.value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        guard texts.allSatisfy({ !$0.isEmpty }) else { throw Self.empty(name) }
        return texts
    }

    /// The value of a parameter that may be given once, nil where it is absent.
    func text(_ name: String) throws(RequestError) -> String? {
        let values = items.filter { $0.name == name }
        guard values.count < 2 else { throw .repeatedParameter(name) }
        guard let value = values.first?.value else { return nil }
        guard !value.isEmpty else { throw Self.empty(name) }
        return value
    }

    func flag(_ name: String) throws(RequestError) -> Bool? {
        try value(name, expected: "true or false", nearestIn: ["true", "false"]) { Bool($0) }
    }

    func number(_ name: String, in range: ClosedRange<Int>) throws(RequestError) -> Int? {
        let expected =
            range.upperBound == Int.max
            ? "a whole number from \(range.lowerBound)"
            : "a whole number from \(range.lowerBound) to \(range.upperBound)"
        return try value(name, expected: expected) { Int($0).flatMap { range.contains($0) ? $0 : nil } }
    }

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

    /// All that the items name, each once, in their order.
    var names: [String] {
        var names: [String] = []
        for item in items where !names.contains(item.name) { names.append(item.name) }
        return names
    }

    private static let dateExpected =
        "a day, month, season, quarter or year in EDTF, such as 2024-07-09, 2024-07 or 2024"

    func choice<Choice: RawRepresentable<String> & CaseIterable>(_ name: String) throws(RequestError) -> Choice? {
        let words = Choice.allCases.map(\.rawValue)
        let expected = "one of \(words.joined(separator: ", "))"
        return try value(name, expected: expected, nearestIn: words) { Choice(rawValue: $0) }
    }

    /// Any of several words, repeated or between commas, each once.
    func choices<Choice: RawRepresentable<String> & CaseIterable & Equatable>(
        _ name: String
    ) throws(RequestError) -> [Choice] {
        var choices: [Choice] = []
        for text in try texts(name) {
            guard let choice = Choice(rawValue: text) else {
                let words = Choice.allCases.map(\.rawValue)
                let nearest = NearestWord.nearest(to: text, in: words)
                let expected = "any of \(words.joined(separator: ", "))"
                throw .malformedValue(parameter: name, value: text, expected: expected, nearest: nearest)
            }
            if !choices.contains(choice) { choices.append(choice) }
        }
        return choices
    }

    /// What `limit` and either `offset` or `page`, counted from 1, say.
    func page() throws(RequestError) -> PageRequest {
        let limit = try number("limit", in: 1...PageRequest.limitMax) ?? PageRequest.limitDefault
        let offset = try number("offset", in: 0...Int(Int32.max))
        let page = try number("page", in: 1...Int(Int32.max))
        if offset != nil, page != nil { throw .conflictingParameters("offset", "page") }
        return PageRequest(limit: limit, offset: offset ?? page.map { ($0 - 1) * limit } ?? 0)
    }

    private static func empty(_ name: String) -> RequestError {
        .malformedValue(parameter: name, value: "", expected: "a value", nearest: nil)
    }

    private func value<Value>(
        _ name: String,
        expected: String,
        nearestIn words: [String] = [],
        _ parse: (String) -> Value?
    ) throws(RequestError) -> Value? {
        guard let text = try text(name) else { return nil }
        guard let value = parse(text) else {
            let nearest = NearestWord.nearest(to: text, in: words)
            throw .malformedValue(parameter: name, value: text, expected: expected, nearest: nearest)
        }
        return value
    }
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
