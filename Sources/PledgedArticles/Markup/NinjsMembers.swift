/// A JSON object whose keys are compared without case and underscores.
struct NinjsMembers {
    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private let container: KeyedDecodingContainer<Key>
    private let keys: [String: Key]

    init(_ decoder: any Decoder) throws { self.init(try decoder.container(keyedBy: Key.self)) }

    private init(_ container: KeyedDecodingContainer<Key>) {
        self.container = container
        let named = container.allKeys.map { ($0.stringValue.lowercased().filter { $0 != "_" }, $0) }
        keys = Dictionary(named) { first, _ in first }
    }

    /// Nil where the member is absent, null or blank.
    func string(_ name: String) throws -> String? {
        guard let key = keys[name] else { return nil }
        return try container.decodeIfPresent(String.self, forKey: key)?.nonBlank
    }

    /// A member that is a name, or an object with one.
    func name(_ name: String) throws -> String? {
        guard let key = keys[name] else { return nil }
        do {
            return try string(name)
        } catch DecodingError.typeMismatch {
            return try NinjsMembers(container.nestedContainer(keyedBy: Key.self, forKey: key)).string("name")
        }
    }

    /// The objects of a list; none where it is absent or null.
    func list(_ name: String) throws -> [NinjsMembers] {
        guard let key = keys[name], try !container.decodeNil(forKey: key) else { return [] }
        var (list, members) = (try container.nestedUnkeyedContainer(forKey: key), [NinjsMembers]())
        while !list.isAtEnd { members.append(NinjsMembers(try list.nestedContainer(keyedBy: Key.self))) }
        return members
    }

    /// The first value of a member among the objects of a list.
    func first(_ name: String, ofList list: String) throws -> String? {
        for members in try self.list(list) {
            if let value = try members.string(name) { return value }
        }
        return nil
    }
}
