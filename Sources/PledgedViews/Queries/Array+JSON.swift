internal import FoundationEssentials
internal import PledgedCore

extension [String] {
    /// The strings of a column that holds a JSON array of them.
    init(json text: String) throws { self = try EventCoding.decode([String].self, from: Data(text.utf8)) }
}
