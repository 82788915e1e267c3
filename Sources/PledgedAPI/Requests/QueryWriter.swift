import PledgedCore

/// Collects the parameters that are set, in order.
struct QueryWriter {
    private(set) var items: [QueryItem] = []

    mutating func add(_ name: String, _ value: (some CustomStringConvertible)?) {
        if let value { items.append(QueryItem(name, value.description)) }
    }

    /// Writes several values between commas; nothing where there are none.
    mutating func add(_ name: String, list values: [String]) {
        add(name, values.isEmpty ? nil : values.joined(separator: ","))
    }

    /// Writes a number without needless digits: 50000, not 50000.0.
    mutating func add(_ name: String, amount: Double?) {
        add(name, amount.map { number in Int64(exactly: number).map { String($0) } ?? String(number) })
    }

    /// Writes what differs from the default page.
    mutating func add(_ page: PageRequest) {
        add("limit", page.limit == PageRequest.limitDefault ? nil : page.limit)
        add("offset", page.offset == 0 ? nil : page.offset)
    }
}
