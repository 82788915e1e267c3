/// One element of an `Accept` header: `text/*;q=0.5`.
struct MediaRange: Sendable {
    let type: String
    let subtype: String
    /// 0 to 1; 0 means "not this one".
    let quality: Double

    /// Nil for what is no media range; such elements are passed over.
    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ";").map { $0.trimmed.lowercased() }
        let names = (parts.first ?? "").split(separator: "/", omittingEmptySubsequences: false)
        guard names.count == 2, !names[0].isEmpty, !names[1].isEmpty else { return nil }
        type = String(names[0])
        subtype = String(names[1])
        let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 }
        quality = min(max(weight ?? 1, 0), 1)
    }

    /// How exactly this range names `type/subtype`: 3 the very one, 2 any subtype, 1 anything; nil not at all.
    func precision(for type: String, _ subtype: String) -> Int? {
        if self.type == type, self.subtype == subtype { return 3 }
        if self.type == type, self.subtype == "*" { return 2 }
        return self.type == "*" && self.subtype == "*" ? 1 : nil
    }
}

extension StringProtocol {
    /// Without spaces and tabs around it.
    fileprivate var trimmed: SubSequence {
        let isBlank = { (character: Character) in character == " " || character == "\t" }
        let start = self.drop(while: isBlank)
        let end = start.lastIndex { !isBlank($0) }
        return end.map { start[...$0] } ?? start[..<start.startIndex]
    }
}
