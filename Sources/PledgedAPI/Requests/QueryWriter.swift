import PledgedCore

/// Collects the parameters that are set, in order.
struct QueryWriter {
    private(set) var items: [QueryItem] = []

    mutating func add(_ name: String, _ value: (some CustomStringConvertible)?) {
        if let value { items.append(QueryItem(name, value.description)) }
    }

    /// Writes what differs from the default page.
    mutating func add(_ page: PageRequest) {
        add("limit", page.limit == PageRequest.limitDefault ? nil : page.limit)
        add("offset", page.offset == 0 ? nil : page.offset)
    }
}
