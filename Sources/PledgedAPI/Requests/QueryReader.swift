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

    /// All that the items name, each once, in their order.
    var names: [String] {
        var names: [String] = []
        for item in items where !names.contains(item.name) { names.append(item.name) }
        return names
    }

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

    /// What `parse` makes of a parameter that may be given once, nil where it is absent.
    func value<Value>(
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
