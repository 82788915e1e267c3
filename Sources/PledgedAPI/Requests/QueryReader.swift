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

    func article(_ name: String) throws(RequestError) -> ArticleID? {
        try value(name, expected: "an article id: 64 lower-case hexadecimal digits") { ArticleID(hexadecimal: $0) }
    }

    func day(_ name: String) throws(RequestError) -> CalendarDate? {
        try value(name, expected: "a day, such as 2024-07-09") { CalendarDate(parsingDay: $0) }
    }

    func choice<Choice: RawRepresentable<String> & CaseIterable>(_ name: String) throws(RequestError) -> Choice? {
        let words = Choice.allCases.map(\.rawValue)
        let expected = "one of \(words.joined(separator: ", "))"
        return try value(name, expected: expected, nearestIn: words) { Choice(rawValue: $0) }
    }

    func page() throws(RequestError) -> PageRequest {
        let limit = try number("limit", in: 1...PageRequest.limitMax)
        let offset = try number("offset", in: 0...Int(Int32.max))
        return PageRequest(limit: limit ?? PageRequest.limitDefault, offset: offset ?? 0)
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

extension CalendarDate {
    /// Reads `2024-07-09`; nil for anything else.
    fileprivate init?(parsingDay text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2] else { return nil }
        let numbers = parts.compactMap { $0.utf8.allSatisfy { (48...57).contains($0) } ? Int($0) : nil }
        guard numbers.count == 3 else { return nil }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }
}
